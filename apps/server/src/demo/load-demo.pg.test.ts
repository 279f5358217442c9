import { TAG_STATES, deriveCells } from "@assay/domain";
import { demoCase, replayStates } from "@assay/seeds";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../context.ts";
import { provideOperator } from "../services/provide-operator.ts";
import { callAs, openApp } from "../testing/desk.ts";
import type { Caller, TestServerApp } from "../testing/desk.ts";
import { demoId, loadDemo } from "./load-demo.ts";

let opened: TestServerApp;
let operator: Caller;
beforeAll(async () => {
  opened = await openApp();
  const person = await provideOperator(opened.app);
  operator = callAs(opened.app, person);
  // A machine that goes to sleep, or a Ctrl-C, in the middle of the first start.
  await expect(loadDemo(failingAfter(opened.app, 150), person, demoCase)).rejects.toThrow("cut short");
  await loadDemo(opened.app, person, demoCase);
});
afterAll(() => opened.close());

function failingAfter(app: App, looks: number): App {
  let left = looks;
  const now = () => {
    left -= 1;
    if (left < 0) throw new Error("cut short");
    return app.now();
  };
  return { ...app, now };
}

describe("the demo", () => {
  it("is whole after a load that was cut short and run again", async () => {
    const view = await operator.case.get({ caseId: demoId("case") });
    expect(view.sources).toHaveLength(demoCase.sources.length);
    expect(view.claims).toHaveLength(demoCase.claims.length);
    const expected = replayStates(demoCase).map(({ state }) => state);
    expect(view.tags.map(({ state }) => state).toSorted()).toEqual(expected.toSorted());
    expect(new Set(view.tags.map(({ state }) => state))).toEqual(new Set(TAG_STATES));
    const cells = [...deriveCells(view).values()].flatMap((row) => [...row.values()]);
    expect(cells.filter(({ state }) => state === "contested").length).toBeGreaterThanOrEqual(2);
  });

  it("[E2] has a log that verifies, with times in order and none in the future", async () => {
    const caseId = demoId("case");
    expect(await operator.case.verifyLog({ caseId })).toMatchObject({ ok: true });
    const { events } = await operator.case.log({ caseId, after: 0, limit: 1000 });
    expect(Date.parse(events.at(-1)?.at ?? "")).toBeLessThanOrEqual(Date.now());
  });

  it("quotes every passage as it stands in its source", async () => {
    const caseId = demoId("case");
    const { sources, tags } = await operator.case.get({ caseId });
    let passages = 0;
    for (const { id: sourceId, revision } of sources) {
      const { text } = await operator.source.text({ caseId, sourceId });
      expect(text).toHaveLength(revision.length);
      for (const { start, end, exact } of tags
        .filter((tag) => tag.sourceId === sourceId)
        .flatMap((tag) => tag.evidence)) {
        expect(text.slice(start, end)).toBe(exact);
        passages += 1;
      }
    }
    expect(passages).toBeGreaterThan(50);
  });
});
