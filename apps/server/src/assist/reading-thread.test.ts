import { describe, expect, it } from "vitest";
import { AssistReader } from "./assist-reader.ts";
import type { ReaderOptions, ReadingWanted } from "./assist-reader.ts";
import { ReadingThread } from "./reading-thread.ts";
import type { ReadingTask } from "./reading-task.ts";

const TASK: ReadingTask = {
  sources: [{ id: "a", revisionId: "r", text: "Nobody was hurt on 3 May.", published: null, language: null }],
  claims: [{ id: "b", version: 1, text: "Nobody was hurt.", type: "event" }],
  model: null,
  notices: [],
};
const EMPTY = { ...TASK, sources: [], claims: [] };

/** A reader's thread that does this with every task. */
function entry(onTask: string): URL {
  const code = `import { parentPort } from "node:worker_threads";
    parentPort.on("message", ({ id, task }) => { ${onTask} });`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
const ECHO = `parentPort.postMessage({ id, written: { identity: {}, reading: "0", differences: "[]", cells: [] } });`;
const NEVER = "setInterval(() => {}, 1000);";

describe("the thread in which cases are read", { timeout: 60_000 }, () => {
  it("does what it would do here, one after the other, and tells how far it is", async () => {
    const thread = new ReadingThread();
    const told: number[] = [];
    const one = await thread.run(TASK, (done) => told.push(done));
    expect(JSON.parse(one.reading)).toMatchObject({ sources: [{ sourceId: "a", revisionId: "r" }] });
    expect(one.cells.map(([id]) => id)).toEqual(["b"]);
    expect(await thread.run(TASK, () => undefined)).toEqual(one);
    expect(told.every((done) => done > 0 && done <= 1)).toBe(true);
    thread.stop();
  });

  it("is left in the middle when nobody wants it any more, and reads again afterwards", async () => {
    const thread = new ReadingThread({ entry: entry(`if (task.sources.length > 0) for (;;); else ${ECHO}`) });
    const left = thread.run(TASK, () => undefined);
    thread.stop();
    await expect(left).rejects.toThrow("It was stopped.");
    expect(await thread.run(EMPTY, () => undefined)).toMatchObject({ reading: "0", cells: [] });
    thread.stop();
  });

  it.each([
    ["takes too long", { entry: entry("for (;;);"), milliseconds: 300 }, /longer than 0 seconds/],
    ["takes too much", { entry: entry("const all = []; for (;;) all.push(new Array(1000).fill({}));"), megabytes: 32 }, /more memory/],
    ["breaks", { entry: entry("throw new Error('broken')") }, /fault of ours/],
    ["says that it failed", { entry: entry("parentPort.postMessage({ id, fault: 'no data' })") }, /fault of ours/],
    ["ends", { entry: entry("process.exit(3)") }, /fault of ours/],
  ])("that %s is left, in words, and another does the next", async (_, options, words) => {
    const thread = new ReadingThread(options);
    await expect(thread.run(TASK, () => undefined)).rejects.toThrow(words);
    await expect(thread.run(TASK, () => undefined)).rejects.toThrow(words);
    thread.stop();
  });
});

function wanted(caseId: string, key = "1", more: Partial<ReadingWanted> = {}): ReadingWanted {
  return { caseId, key, revisionIds: ["r"], byModel: false, load: () => Promise.resolve(EMPTY), ...more };
}

async function withReader(options: ReaderOptions, fn: (reader: AssistReader) => Promise<void>): Promise<void> {
  const reader = new AssistReader(options);
  await fn(reader).finally(() => reader.close());
}

describe("the reader of cases", { timeout: 60_000 }, () => {
  it("reads a case once for what it rests on, whoever asks", () =>
    withReader({ entry: entry(ECHO) }, async (reader) => {
      let loads = 0;
      const load = () => ((loads += 1), Promise.resolve(EMPTY));
      for (let times = 0; times < 3; times++) reader.ask(wanted("a", "1", { load }));
      await reader.settled();
      expect(reader.ask(wanted("a", "1", { load }))).toMatchObject({ state: "ready", progress: 1, kept: { key: "1" } });
      expect(loads).toBe(1);
      expect(reader.ask(wanted("a", "2", { load }))).toMatchObject({ state: "reading", kept: { key: "1" } });
      await reader.settled();
      expect(loads).toBe(2);
    }));

  it("keeps nothing to show that stood in a text which is not the newest", () =>
    withReader({ entry: entry(ECHO) }, async (reader) => {
      reader.ask(wanted("a"));
      await reader.settled();
      expect(reader.ask(wanted("a", "2", { revisionIds: ["r", "s"] })).kept).not.toBeNull();
      expect(reader.ask(wanted("a", "3", { revisionIds: ["s"] })).kept).toBeNull();
    }));

  it("refuses, in words, when very many wait, and reads those that do", () =>
    withReader({ entry: entry(ECHO), mostWaiting: 2 }, async (reader) => {
      for (const name of ["a", "b", "c"]) reader.ask(wanted(name));
      expect(() => reader.ask(wanted("d"))).toThrow(/Try again in a minute/);
      await reader.settled();
      for (const name of ["a", "b", "c"]) expect(reader.ask(wanted(name)).state).toBe("ready");
      expect(reader.ask(wanted("d")).state).toBe("reading");
    }));

  it("leaves what is cancelled, while it is read and while it waits, and goes on with others", () =>
    withReader({ entry: entry(`if (task.sources.length > 0) ${NEVER} else ${ECHO}`) }, async (reader) => {
      reader.ask(wanted("stuck", "1", { load: () => Promise.resolve(TASK) }));
      reader.ask(wanted("waiting"));
      reader.ask(wanted("other"));
      expect(reader.cancel("waiting")).toMatchObject({ state: "stopped" });
      expect(reader.cancel("stuck")).toMatchObject({ state: "stopped" });
      await reader.settled();
      expect(reader.ask(wanted("other")).state).toBe("ready");
      expect(reader.ask(wanted("waiting")).state).toBe("stopped");
      expect(reader.ask(wanted("waiting"), true).state).toBe("reading");
      expect(reader.cancel("nobody")).toBeNull();
    }));

  it("tells a failure of ours to whoever keeps the log, and tries again only when asked", async () => {
    const faults: string[] = [];
    const onFault = (fault: unknown) => faults.push(String(fault));
    await withReader({ entry: entry("parentPort.postMessage({ id, fault: 'no data' })"), onFault }, async (reader) => {
      reader.ask(wanted("a"));
      await reader.settled();
      expect(reader.ask(wanted("a"))).toMatchObject({ state: "failed", problem: expect.not.stringMatching(/no data/) });
      expect(faults).toEqual([expect.stringMatching(/no data/)]);
      expect(reader.ask(wanted("a"), true).state).toBe("reading");
      await reader.settled();
      expect(faults).toHaveLength(2);
    });
  });

  it("does not let cases without a model wait for one that is slow", () =>
    withReader({ entry: entry(`if (task.sources.length > 0) ${NEVER} else ${ECHO}`) }, async (reader) => {
      reader.ask(wanted("slow", "1", { byModel: true, load: () => Promise.resolve(TASK) }));
      let read: () => void = () => undefined;
      const isRead = new Promise<void>((resolve) => (read = resolve));
      reader.ask(wanted("first"));
      reader.ask(wanted("second", "1", { load: () => (read(), Promise.resolve(EMPTY)) }));
      await isRead;
      expect(reader.ask(wanted("first")).state).toBe("ready");
      expect(reader.cancel("slow")).toMatchObject({ state: "stopped" });
      await reader.settled();
    }));

  it("forgets what was asked for longest ago when it keeps too much", () =>
    withReader({ entry: entry(ECHO), capacity: 1 }, async (reader) => {
      for (const name of ["a", "b"]) {
        reader.ask(wanted(name));
        await reader.settled();
      }
      expect(reader.ask(wanted("b")).state).toBe("ready");
      expect(reader.ask(wanted("a")).state).toBe("reading");
    }));
});
