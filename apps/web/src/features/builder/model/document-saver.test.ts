import type { ReportDocument, StoredDocumentView } from "@assay/domain";
import { describe, expect, it } from "vitest";
import type { RefusalInfo } from "../../../refusal.ts";
import type { KeptDocument, SaveState } from "./document-saver.ts";
import { DocumentSaver } from "./document-saver.ts";

const titled = (title: string): ReportDocument => ({ title, blocks: [] });

class Refused extends Error {
  readonly refusal: RefusalInfo;
  constructor(code: RefusalInfo["code"], details: Record<string, unknown> = {}) {
    super(code);
    this.refusal = { code, message: `${code}.`, details };
  }
}

let ids = 0;

/** A desk that stores, conflicts or does not answer as told; time passes when asked to. */
function setUp(kept: KeptDocument | null = null) {
  const desk = { version: 1, document: titled("stored") };
  const seen = new Map<string, number>();
  const states: SaveState["is"][] = [];
  const held = { kept, states, sends: 0, answer: "as it is" as "as it is" | "none" | "lost" };
  let timer: (() => void) | null = null;
  const saver = new DocumentSaver({ baseVersion: desk.version, document: desk.document }, kept, {
    send: async ({ mutationId, baseVersion, document }) => {
      held.sends += 1;
      await Promise.resolve();
      if (held.answer === "none") throw new Refused("NETWORK");
      const known = seen.get(mutationId);
      if (known === undefined) {
        if (baseVersion !== desk.version) {
          const current: StoredDocumentView = { ...desk, updatedBy: "teo", updatedAt: "2026-01-01T00:00:00.000Z" };
          throw new Refused("CONFLICT", { current });
        }
        desk.version += 1;
        desk.document = document;
        seen.set(mutationId, desk.version);
      }
      if (held.answer === "lost") throw new Refused("NETWORK");
      return { version: seen.get(mutationId) ?? 0 };
    },
    refusalOf: (error) => (error as Refused).refusal,
    keep: (value) => (held.kept = value),
    newId: () => `m${(ids += 1)}`,
    onState: (state) => held.states.push(state.is),
    now: () => new Date(0),
    later: (run) => {
      timer = run;
      return () => (timer = null);
    },
  });
  const pass = async () => {
    const run = timer;
    timer = null;
    run?.();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return { desk, held, saver, pass, answered: (mutationId: string, version: number) => seen.set(mutationId, version) };
}

describe("the saver of a report", () => {
  it("keeps what is written until it is stored, and lets go of it then", async () => {
    const { desk, held, saver, pass } = setUp();
    saver.change(titled("mine"));
    expect(held.kept).toEqual({ baseVersion: 1, document: titled("mine"), sent: null });
    expect(desk.document.title).toBe("stored");
    await pass();
    expect([desk.version, desk.document.title, held.kept]).toEqual([2, "mine", null]);
    expect(held.states).toEqual(["waiting", "saving", "saved"]);
  });

  it("sends nothing for what was taken back", async () => {
    const { held, saver, pass } = setUp();
    saver.change(titled("mine"));
    saver.change(titled("stored"));
    await pass();
    expect([held.sends, held.kept]).toEqual([0, null]);
  });

  it("stores what is written during a save behind it, over the version it made", async () => {
    const { desk, saver, pass } = setUp();
    saver.change(titled("one"));
    const first = pass();
    saver.change(titled("two"));
    await first;
    await pass();
    expect([desk.version, desk.document.title]).toEqual([3, "two"]);
  });

  it("[E4] without an answer it is kept and sent again as the same change: nothing is done twice", async () => {
    const { desk, held, saver, pass } = setUp();
    held.answer = "lost";
    saver.change(titled("mine"));
    await pass();
    expect(held.states.at(-1)).toBe("offline");
    expect(held.kept?.document.title).toBe("mine");
    held.answer = "as it is";
    await pass();
    expect([desk.version, held.states.at(-1), held.kept]).toEqual([2, "saved", null]);
  });

  it("[E4] [E5] whoever writes on after an answer was lost is in conflict with nobody, in this visit or the next", async () => {
    const { desk, held, saver, pass } = setUp();
    held.answer = "lost";
    saver.change(titled("mine"));
    await pass();
    saver.change(titled("mine, and more"));
    const kept = held.kept as unknown as KeptDocument;
    held.answer = "as it is";
    saver.retry();
    await pass();
    await pass();
    expect([desk.version, desk.document.title, held.kept]).toEqual([3, "mine, and more", null]);
    expect(held.states).not.toContain("conflict");

    const next = setUp(kept);
    Object.assign(next.desk, { version: 2, document: titled("mine") });
    next.answered(kept.sent?.mutationId ?? "", 2);
    await next.pass();
    await next.pass();
    expect([next.desk.version, next.desk.document.title, next.held.kept]).toEqual([3, "mine, and more", null]);
  });

  it("[E4] words taken back after an answer was lost are taken back on the desk too", async () => {
    const { desk, held, saver, pass } = setUp();
    held.answer = "lost";
    saver.change(titled("mine"));
    await pass();
    held.answer = "as it is";
    saver.change(titled("stored"));
    saver.retry();
    await pass();
    await pass();
    expect([desk.version, desk.document.title, held.kept]).toEqual([3, "stored", null]);
  });

  it("[E5] asks where somebody else stored another text, and loses neither", async () => {
    const { desk, held, saver, pass } = setUp();
    saver.change(titled("mine"));
    Object.assign(desk, { version: 5, document: titled("theirs") });
    await pass();
    expect(held.states.at(-1)).toBe("conflict");
    saver.change(titled("mine still"));
    await pass();
    expect([desk.document.title, held.kept?.document.title, held.sends]).toEqual(["theirs", "mine still", 1]);
    saver.insist({ version: 5, document: desk.document, updatedBy: null, updatedAt: null });
    await pass();
    expect([desk.version, desk.document.title, held.kept]).toEqual([6, "mine still", null]);
  });

  it("[E5] takes the other text on demand, and goes on from there", async () => {
    const { desk, held, saver, pass } = setUp();
    saver.change(titled("mine"));
    Object.assign(desk, { version: 5, document: titled("theirs") });
    await pass();
    saver.take({ version: 5, document: titled("theirs"), updatedBy: null, updatedAt: null });
    expect([saver.isClean, held.kept]).toEqual([true, null]);
    saver.change(titled("after theirs"));
    await pass();
    expect([desk.version, desk.document.title]).toEqual([6, "after theirs"]);
  });

  it("goes on with what an earlier visit left on the device", async () => {
    const { desk, saver, pass } = setUp({ baseVersion: 1, document: titled("left behind") });
    expect(saver.isClean).toBe(false);
    await pass();
    expect(desk.document.title).toBe("left behind");
  });
});
