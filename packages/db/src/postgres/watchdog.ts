import { spawn } from "node:child_process";
import { Socket } from "node:net";
import type { Account } from "./account.ts";
import { CHILD_ENV } from "./child-env.ts";

/** Waits for its input to end, which the kernel sees to however this process dies; then asks the server to stop. */
const SCRIPT = {
  linux: 'read -r _; [ "$(readlink "/proc/$1/cwd")" = "$2" ] && kill -INT "$1"',
  other: 'read -r _; ps -o command= -p "$1" | grep -qF -- " -D $2 " && kill -INT "$1"',
};

/**
 * Stops the database when this process ends without having done so, even by kill -9. It checks that the pid is still
 * that server and runs as the server's user, so it can hit nothing else.
 */
export function startWatchdog(pid: number, cluster: string, account: Account | null): { dismiss(): void } {
  if (process.platform === "win32") return { dismiss: () => undefined };
  const script = process.platform === "linux" ? SCRIPT.linux : SCRIPT.other;
  const shell = spawn("/bin/sh", ["-c", script, "assay-watchdog", String(pid), cluster], {
    ...account,
    cwd: "/",
    env: CHILD_ENV,
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  // Without a watchdog the next start cleans up; that is no reason to refuse this one.
  shell.on("error", () => undefined);
  shell.stdin?.on("error", () => undefined);
  shell.unref();
  if (shell.stdin instanceof Socket) shell.stdin.unref();
  return { dismiss: () => void shell.kill("SIGKILL") };
}
