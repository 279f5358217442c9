import type { CaseView, ClaimView } from "@assay/domain";
import { DEFAULT_POLICY, UNPUBLISHED } from "@assay/domain";
import { describe, expect, it } from "vitest";
import type { KeptMutation } from "./kept-mutation.ts";
import { blockedBy, isForReading, nextToSend, restsOn, unsent } from "./kept-mutation.ts";
import { refusalWords, theirsOf, wordsOf } from "./kept-words.ts";
import { rebaseKept } from "./rebase-kept.ts";

const at = "2025-06-14T10:00:00.000Z";
const claim: ClaimView = {
  id: "c1",
  number: 1,
  version: 4,
  text: "Theirs.",
  type: "event",
  claimant: "",
  parentId: null,
  withdrawn: false,
  createdBy: "priya",
  createdAt: at,
  updatedAt: at,
};

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
  people: [{ id: "ana", name: "Ana", role: "annotator" }],
  sources: [],
  claims: [claim, { ...claim, id: "c2", number: 2, version: 1 }],
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
};

const kept = (seq: number, procedure: string, input: object, more: Partial<KeptMutation> = {}): KeptMutation => ({
  id: `m${seq}`,
  seq,
  personId: "ana",
  workspaceId: "w",
  caseId: "k",
  caseTitle: "Case",
  procedure,
  input: { mutationId: `m${seq}`, caseId: "k", ...input },
  label: `Change ${seq}`,
  madeAt: at,
  rides: false,
  refusal: null,
  held: false,
  ...more,
});

const wording = (text: string) => ({ text, type: "event", claimant: "" });
const CONFLICT = { code: "CONFLICT", message: "Somebody else edited claim C1.", details: { current: claim } } as const;

const QUEUE = [
  kept(1, "claim.edit", { claimId: "c1", baseVersion: 1, ...wording("Mine.") }, { refusal: CONFLICT }),
  kept(2, "claim.edit", { claimId: "c2", baseVersion: 1, ...wording("Another claim.") }),
  kept(3, "claim.edit", { claimId: "c1", baseVersion: 2, ...wording("Mine, better.") }),
  kept(4, "claim.withdraw", { claimId: "c1", baseVersion: 3 }),
];
const [first, second, third] = QUEUE as [KeptMutation, KeptMutation, KeptMutation];

describe("a kept change that was refused", () => {
  it("[E5] stops what rests on it, and nothing else", () => {
    expect(QUEUE.map((one) => blockedBy(one, QUEUE)?.id ?? null)).toEqual([null, null, "m1", "m1"]);
    expect(nextToSend(QUEUE)).toBe(second);
    expect(unsent(QUEUE)).toEqual([second]);
    expect(restsOn(first, third)).toBe(false);
  });

  it("[E4,E5] is based anew on what the desk holds, and each that follows on what the one before will make", () => {
    let made = 0;
    const changed = rebaseKept(VIEW, first, QUEUE, () => `new${(made += 1)}`);
    expect(changed.map(({ id, newId }) => [id, newId])).toEqual([
      ["m1", "new1"],
      ["m3", "new2"],
      ["m4", "new3"],
    ]);
    expect(changed.map(({ input }) => input)).toMatchObject([
      { mutationId: "new1", baseVersion: 4, text: "Mine." },
      { mutationId: "new2", baseVersion: 5, text: "Mine, better." },
      { mutationId: "new3", baseVersion: 6 },
    ]);
  });

  it("[E5] shows both texts; where the desk sent none, only mine", () => {
    expect(theirsOf(first)).toEqual({ version: 4, text: "Theirs.\nevent" });
    expect(wordsOf(first)).toBe("Mine.\nevent");
    expect(theirsOf({ ...first, refusal: { ...CONFLICT, details: { current: { revisionId: "r" } } } })).toBeNull();
    const comment = { threadId: "th", id: "co", text: "Who says so?", mentions: ["priya"] };
    expect(wordsOf(kept(5, "thread.comment", comment))).toContain("Who says so?");
  });
});

describe("a kept decision", () => {
  const refusal = (code: "INVALID" | "REFUSED" | "CONFLICT" | "STALE_REVIEW", details = {}) => ({ code, message: "No.", details });
  const decided = (procedure: string, input: object, why = refusal("INVALID")) => kept(1, procedure, input, { refusal: why });

  it.each([
    ["tag.reaffirm", { tagId: "t1", baseVersion: 2 }, ""],
    ["verdict.override", { id: "o1", claimId: "c1", verdict: "refuted", reason: "The log says so." }, "refuted\nThe log says so."],
    ["rating.set", { id: "r1", claimId: "c1", baseVersion: 0, entryId: "mostly-true", justification: "Most holds." }, "Rated: mostly-true\nMost holds."],
  ])("[T6] [E5] of an older page, %s, says what it was and is made anew where the words can be read", (procedure, input, words) => {
    const old = decided(procedure, input);
    expect([isForReading(old), wordsOf(old)]).toEqual([true, words]);
    expect(refusalWords(old)).toContain("did not note which words you had read");
    const noted = decided(procedure, { ...input, claimVersion: 1, replaces: null, revisionId: "r1" });
    expect([isForReading(noted), refusalWords(noted)]).toEqual([false, "No."]);
  });

  it("[T5] [T6] about words or tags that moved on is not sent on unread; what only rests on an older version may be", () => {
    const rating = { claimId: "c1", claimVersion: 1, baseVersion: 0, entryId: "true", justification: "Seen." };
    expect(isForReading(decided("rating.set", rating, refusal("REFUSED", { rule: "T6" })))).toBe(true);
    expect(isForReading(decided("review.adjudicate", { tagId: "t1" }, refusal("CONFLICT", { rule: "T5" })))).toBe(true);
    expect(isForReading(decided("review.decide", { tagId: "t1" }, refusal("STALE_REVIEW")))).toBe(true);
    const current = { version: 3, label: "False", justification: "The record says no." };
    const clash = decided("rating.set", rating, refusal("CONFLICT", { rule: "E5", current }));
    expect([isForReading(clash), theirsOf(clash)]).toEqual([false, { version: 3, text: "False\nThe record says no." }]);
    expect(rebaseKept(VIEW, clash, [clash], () => "new")).toMatchObject([{ input: { claimVersion: 4, baseVersion: 0, justification: "Seen." } }]);
  });
});

it("a tag rests on the claim it judges, and not on its neighbour in the same source", () => {
  const save = (seq: number, id: string, claimId: string) =>
    kept(seq, "tag.save", { id, claimId, sourceId: "s1", revisionId: "r1", content: { evidence: [{ id: "e" }] } });
  expect(restsOn(save(2, "t1", "c1"), first)).toBe(true);
  expect(restsOn(kept(3, "tag.submit", { tagId: "t1" }), save(2, "t1", "c1"))).toBe(true);
  expect(restsOn(save(3, "t2", "c2"), save(2, "t1", "c1"))).toBe(false);
  expect(restsOn({ ...save(3, "t1", "c1"), caseId: "other" }, save(2, "t1", "c1"))).toBe(false);
});
