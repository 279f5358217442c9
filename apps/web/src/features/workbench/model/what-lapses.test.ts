import { DEFAULT_POLICY, UNPUBLISHED } from "@assay/domain";
import type { CaseChange, CaseView } from "@assay/domain";
import { expect, it } from "vitest";
import { lapsingWith, staysLapsed, whatLapses } from "./what-lapses.ts";

const at = "2025-06-14T10:00:00.000Z";
const tag = (id: string, state: CaseView["tags"][number]["state"], claimId = "c1") =>
  ({ id, state, claimId }) as CaseView["tags"][number];
const VIEW: CaseView = {
  id: "k",
  workspaceId: "w",
  workspaceName: "Desk",
  title: "Case",
  summary: "",
  version: 1,
  createdAt: at,
  lastEvent: 9,
  lastHash: "h",
  policy: DEFAULT_POLICY,
  ownPolicy: {},
  people: [{ id: "wren", name: "Wren", role: "lead" }],
  sources: [],
  claims: [],
  tags: [tag("t1", "submitted"), tag("t2", "approved"), tag("t3", "draft"), tag("t4", "approved", "c2")],
  reviews: [],
  adjudications: [],
  overrides: [
    { id: "o1", claimId: "c1", verdict: "refuted", reason: "So.", authorId: "wren", ruleVersion: 1, createdAt: at },
  ],
  openings: [],
  assignments: [],
  threads: [],
  ...UNPUBLISHED,
  removedSources: [],
  archivedAt: null,
  ratings: [
    { id: "r1", claimId: "c1", version: 1, entryId: "true", label: "True", colour: "#00664f", justification: "So.", authorId: "wren", createdAt: at, updatedAt: at },
  ],
};

it("[T6] says before a claim is reworded what falls with the old words, and nothing where nothing rests on them", () => {
  expect(whatLapses(lapsingWith(VIEW, "c1"))).toBe(
    "New words make 2 submitted or approved tags stale. They also take back Wren’s verdict and the rating “True”: " +
      "they were given for the old ones.",
  );
  expect(whatLapses(lapsingWith({ ...VIEW, tags: [], ratings: [] }, "c1"))).toBe(
    "New words take back Wren’s verdict: it was given for the old ones.",
  );
  expect(whatLapses(lapsingWith(VIEW, "c3"))).toBe("");
});

it("[T6] says when a rewording is undone what it does not bring back", () => {
  const before = lapsingWith(VIEW, "c1");
  const change = {
    tags: [tag("t1", "stale"), tag("t3", "draft")],
    removedOverrides: ["o1"],
    ratings: [{ ...VIEW.ratings[0], entryId: null, label: "" }],
  } as CaseChange;
  expect(staysLapsed(change, before)).toBe(
    "1 tag stays stale until reaffirmed. Wren’s verdict and the rating “True” did not come back: whoever decided was told, and decides again.",
  );
  expect(staysLapsed({ ...change, tags: [], removedOverrides: [] }, before)).toBe(
    "The rating “True” did not come back: whoever decided was told, and decides again.",
  );
  expect(staysLapsed({ lastEvent: 1, lastHash: "" } as CaseChange, before)).toBe("");
});
