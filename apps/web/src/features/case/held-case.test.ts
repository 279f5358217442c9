import type { CaseView, ClaimView } from "@assay/domain";
import { DEFAULT_POLICY, UNPUBLISHED } from "@assay/domain";
import { afterEach, describe, expect, it } from "vitest";
import { answeredCase, forgetCase, knownUpTo, setForesight, shownCase } from "./held-case.ts";
import { takeAnswer, takeFromStream, takeIn } from "./held-case.ts";

const claim = (number: number, text = `claim ${number}`, version = 1): ClaimView => ({
  id: `c${number}`,
  number,
  version,
  text,
  type: "event",
  claimant: "",
  parentId: null,
  withdrawn: false,
  createdBy: "u1",
  createdAt: "2026-10-08T00:00:00.000Z",
  updatedAt: "2026-10-08T00:00:00.000Z",
});

const view = (lastEvent: number, claims: ClaimView[]): CaseView => ({
  id: "case",
  workspaceId: "w",
  workspaceName: "Harbour desk",
  title: "Grounding",
  summary: "",
  version: 1,
  createdAt: "2026-10-08T00:00:00.000Z",
  lastEvent,
  lastHash: `h${lastEvent}`,
  policy: { ...DEFAULT_POLICY },
  ownPolicy: {},
  people: [],
  sources: [],
  claims,
  tags: [],
  reviews: [],
  adjudications: [],
  overrides: [],
  openings: [],
  assignments: [],
  threads: [],
  ...UNPUBLISHED,
  removedSources: [],
  archivedAt: null,
});

const change = (lastEvent: number, ...claims: ClaimView[]) => ({ lastEvent, lastHash: `h${lastEvent}`, claims });
const texts = () => shownCase("case")?.claims.map(({ text }) => text);

afterEach(() => {
  setForesight("case", null);
  forgetCase("case");
});

describe("the case as it is held", () => {
  it("[E3] an answer from beyond what the stream has told shows at once, and the stream goes on from where it was", () => {
    takeIn(view(1, [claim(1)]));
    takeAnswer("case", change(3, claim(2, "mine")));
    expect(texts()).toEqual(["claim 1", "mine"]);
    expect(knownUpTo("case")).toBe(1);
    takeFromStream("case", change(2, claim(1, "theirs", 2)));
    expect(texts()).toEqual(["theirs", "mine"]);
    expect(knownUpTo("case")).toBe(2);
  });

  it("a load that the stream has overtaken takes nothing back", () => {
    takeIn(view(4, [claim(1)]));
    takeFromStream("case", change(5, claim(1, "newer", 2)));
    expect(takeIn(view(4, [claim(1)])).claims[0]?.text).toBe("newer");
  });

  it("what is only foreseen lies over the rest, and goes without a trace", () => {
    takeIn(view(1, [claim(1)]));
    setForesight("case", (below) => ({ ...below, claims: [...below.claims, claim(9, "not sent yet")] }));
    takeFromStream("case", change(2, claim(2)));
    expect(texts()).toEqual(["claim 1", "claim 2", "not sent yet"]);
    expect(answeredCase("case")?.claims).toHaveLength(2);
    setForesight("case", null);
    expect(texts()).toEqual(["claim 1", "claim 2"]);
  });
});
