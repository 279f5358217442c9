import { describe, expect, it } from "vitest";
import { runJob } from "./run-job.ts";
import type { Job } from "./run-job.ts";

const script = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const job = (text = "Some words"): Job => ({ do: "read", received: { kind: "text", text } });

describe("a job in a thread of its own", () => {
  it("does what it would do here", async () => {
    const bytes = new TextEncoder().encode("# Aurora\r\n\r\nShe ran **aground**.");
    const received = { kind: "file", bytes, name: "a.md", mediaType: "" } as const;
    const result = await runJob({ do: "read", received });
    const read = { ok: true, preview: "Aurora\n\nShe ran aground.", blocks: 2 };
    expect(result).toMatchObject({ done: "read", read });
    expect(bytes.byteLength, "moved, not copied").toBe(0);
  });

  it("passes a refusal on as a value", async () => {
    expect(await runJob(job(" "))).toMatchObject({ done: "read", read: { ok: false, rule: "empty" } });
  });

  it("is ended when it takes too long, and says so in words", async () => {
    const endless = await runJob(job(), { milliseconds: 300, entry: script("for (;;);") });
    expect(endless).toMatchObject({ ok: false, rule: "time", reason: expect.stringMatching(/longer than 0 seconds/) });
  });

  it("is ended when it takes too much memory, and takes nothing else with it", async () => {
    const greedy = script("const all = []; for (;;) all.push(new Array(1000).fill({}));");
    expect(await runJob(job(), { megabytes: 32, entry: greedy })).toMatchObject({ ok: false, rule: "memory" });
  });

  it.each([
    ["throws", "throw new Error('broken')", /broken/],
    ["ends without a word", "process.exit(3)", /exit 3/],
  ])("is refused when the reader %s, which is told to whoever keeps the log", async (_, code, told) => {
    const faults: Error[] = [];
    const result = await runJob(job(), { entry: script(code), onFault: (error) => faults.push(error) });
    expect(result).toMatchObject({ ok: false, rule: "fault", reason: expect.not.stringMatching(told) });
    expect(faults.map(({ message }) => message)).toEqual([expect.stringMatching(told)]);
  });

  it("waits for its turn while two others run, and is refused when very many wait", async () => {
    const slow = script(`import { parentPort } from "node:worker_threads";
      setTimeout(() => parentPort.postMessage({ done: "unpack", unpacked: null }), 10);`);
    const results = await Promise.all(Array.from({ length: 33 }, () => runJob(job(), { entry: slow })));
    expect(results.filter((result) => "done" in result)).toHaveLength(32);
    expect(results.filter((result) => "ok" in result)).toEqual([expect.objectContaining({ rule: "busy" })]);
    expect(await runJob(job())).toMatchObject({ done: "read" });
  }, 60_000);
});
