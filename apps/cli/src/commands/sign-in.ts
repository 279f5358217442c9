import { chmod, mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import type { Settings } from "../env.ts";
import { EXIT, Failure } from "../failure.ts";

/** Reads one line; on a terminal the letters are not shown. */
function readPassword(): Promise<string> {
  const terminal = process.stdin.isTTY === true;
  if (terminal) process.stderr.write("Password: ");
  const lines = createInterface({ input: process.stdin, terminal, output: undefined as never });
  return new Promise((resolve) => {
    lines.once("line", (line) => {
      // First, since closing ends an unanswered question with nothing.
      resolve(line);
      lines.close();
      if (terminal) process.stderr.write("\n");
    });
    lines.once("close", () => resolve(""));
  });
}

/** Keeps a session token in a file that only this user can read. */
export async function signIn(settings: Settings, email: string): Promise<void> {
  const password = await readPassword();
  const response = await fetch(`${settings.url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: settings.url },
    body: JSON.stringify({ email, password }),
  });
  const token = response.headers.get("set-auth-token");
  if (!response.ok || !token) throw new Failure("That e-mail and password do not fit together.", EXIT.permission);
  await mkdir(dirname(settings.tokenFile), { recursive: true, mode: 0o700 });
  await writeFile(settings.tokenFile, `${token}\n`, { mode: 0o600 });
  await chmod(settings.tokenFile, 0o600);
  process.stdout.write(`Signed in as ${email} at ${settings.url}.\n`);
}
