import type { Block, ReviewView } from "@assay/domain";
import { DEFAULT_POLICY, deriveCells, makeAnchor, verdictsOf } from "@assay/domain";
import { buildCaseView, buildEvidence, buildTagContent } from "@assay/seeds";
import { describe, expect, it } from "vitest";
import { paragraphOf, placeEvidence } from "./evidence-context.ts";
import { approvingSentence, verdictIfApproved } from "./if-approved.ts";
import type { ReviewDraft } from "./review-draft.ts";
import { keepDraft, NO_DRAFT, readDraft, sentDraft } from "./review-draft.ts";
import { keepLists, listToOpen, nextInList, reviewLists, skipInList, stepInList } from "./review-lists.ts";
import { findHits } from "./silence.ts";
import { factChanges, lastDecision, passageChanges } from "./tag-changes.ts";
import { timelineOf } from "./timeline.ts";

const at = (minute: number) => new Date(Date.UTC(2025, 2, 4, 10, minute)).toISOString();

describe("review lists", () => {
  const view = buildCaseView({
    claims: 3,
    tags: [
      { claim: 1, source: 1, state: "submitted", updatedAt: at(1) },
      { claim: 2, source: 1, state: "submitted", updatedAt: at(3) },
      { claim: 1, source: 2, author: 2, state: "submitted", updatedAt: at(4) },
      { claim: 2, source: 2, author: 2, state: "changes_requested", updatedAt: at(5) },
      { claim: 3, source: 1, state: "challenged", updatedAt: at(6) },
      { claim: 3, source: 2, state: "approved", updatedAt: at(7) },
    ],
    reviews: [
      review({ id: "r1", tagId: "tag-6", decision: "approve", createdAt: at(7) }),
      review({ id: "r0", tagId: "tag-6", decision: "comment", createdAt: at(6) }),
      review({ id: "r-old", tagId: "tag-5", decision: "approve", createdAt: "2025-03-03T10:00:00.000Z" }),
    ],
  });
  const input = {
    view,
    cells: deriveCells(view),
    userId: "person-2",
    mayReview: true,
    mayAdjudicate: false,
    sinceIso: "2025-03-04T00:00:00.000Z",
    sending: new Set<string>(),
  };

  it("[T4] lists tags that others submitted, newest first, and never one's own", () => {
    expect(reviewLists(input).to_review.map((tag) => tag.id)).toEqual(["tag-2", "tag-1"]);
  });

  it("holds nothing to review for those who may not, who would find it under the name of another list", () => {
    const lists = reviewLists({ ...input, mayReview: false });
    expect(lists.to_review).toEqual([]);
    expect(listToOpen(lists, "tag-1", false)).toBe("returned");
  });

  it("leaves out a tag whose decision is on its way", () => {
    expect(reviewLists({ ...input, sending: new Set(["tag-2"]) }).to_review.map((tag) => tag.id)).toEqual(["tag-1"]);
  });

  it("keeps today's decisions apart from comments and from yesterday's", () => {
    expect(reviewLists(input).decided.map((one) => one.review.id)).toEqual(["r1"]);
  });

  it("shows contested cells to those who may adjudicate only", () => {
    expect(reviewLists(input).contested).toEqual([]);
    expect(reviewLists({ ...input, mayAdjudicate: true }).contested.map((tag) => tag.id)).toEqual(["tag-5"]);
  });

  it("keeps the very lists in which nothing moved", () => {
    const lists = reviewLists(input);
    expect(keepLists(lists, reviewLists(input))).toBe(lists);
    const sent = keepLists(lists, reviewLists({ ...input, sending: new Set(["tag-2"]) }));
    expect(sent.to_review.map((tag) => tag.id)).toEqual(["tag-1"]);
    expect(sent.decided).toBe(lists.decided);
  });

  it("opens on the list that holds the tag, else on the person's own work", () => {
    const lists = reviewLists(input);
    expect(listToOpen(lists, "tag-4", true)).toBe("returned");
    expect(listToOpen(lists, null, true)).toBe("to_review");
    expect(listToOpen(lists, null, false)).toBe("returned");
    expect(listToOpen(lists, null, true, "contested")).toBe("contested");
    expect(listToOpen(lists, "tag-4", true, "to_review")).toBe("returned");
  });

  it("moves on to the next tag, or back from the last, and stops at the ends when stepping", () => {
    const list = reviewLists(input).to_review;
    expect(nextInList(list, "tag-2")?.id).toBe("tag-1");
    expect(nextInList(list, "tag-1")?.id).toBe("tag-2");
    expect(nextInList(list.slice(0, 1), "tag-2")).toBeNull();
    expect(stepInList(list, "tag-1", 1)).toBeNull();
    expect(stepInList(list, "elsewhere", -1)?.id).toBe("tag-1");
    expect(skipInList(list, "tag-1")?.id).toBe("tag-2");
    expect(skipInList(list.slice(0, 1), "tag-2")).toBeNull();
  });
});

function review(
  input: Pick<ReviewView, "id" | "tagId" | "decision" | "createdAt"> & Partial<Pick<ReviewView, "tagVersion">>,
): ReviewView {
  return { tagVersion: 1, reviewerId: "person-2", reason: "", proposedStance: null, ...input };
}

describe("evidence in its place", () => {
  const text = "Head\n\nOne two three.\n\nFour five six.\n\nSeven.\n\nEight.\n\nNine ten.";
  const blocks: Block[] = [...text.matchAll(/[^\n]+/g)].map((match, index) => ({
    kind: index === 0 ? "heading" : "paragraph",
    start: match.index,
    end: match.index + match[0].length,
  }));
  const passage = (words: string, id: string, state: "exact" | "orphaned" = "exact") => {
    const start = text.indexOf(words);
    return { ...makeAnchor(text, start, start + words.length), id, role: "supports" as const, state };
  };

  it("shows the block of a passage with its neighbours, and the words as they stand", () => {
    const { contexts } = placeEvidence(text, blocks, [passage("two", "a")]);
    expect(contexts).toHaveLength(1);
    const shown = contexts[0]?.blocks ?? [];
    expect(shown.map((block) => block.dim)).toEqual([true, false, true]);
    expect(shown[1]?.parts).toEqual([
      { text: "One ", evidenceId: null, opens: false },
      { text: "two", evidenceId: "a", opens: true },
      { text: " three.", evidenceId: null, opens: false },
    ]);
    for (const block of shown) {
      const words = block.parts.map((part) => part.text).join("");
      expect(text.startsWith(words, block.start)).toBe(true);
    }
  });

  it("joins passages whose surroundings touch, keeps distant ones apart", () => {
    expect(placeEvidence(text, blocks, [passage("two", "a"), passage("five", "b")]).contexts).toHaveLength(1);
    expect(placeEvidence(text, blocks, [passage("Head", "a"), passage("Nine", "b")]).contexts).toHaveLength(2);
  });

  it("marks a passage over two blocks in both, with one glyph", () => {
    const { contexts } = placeEvidence(text, blocks, [passage("three.\n\nFour", "a")]);
    const parts = contexts[0]?.blocks.flatMap((block) => block.parts).filter((part) => part.evidenceId === "a") ?? [];
    expect(parts.map((part) => part.text)).toEqual(["three.", "Four"]);
    expect(parts.map((part) => part.opens)).toEqual([true, false]);
  });

  it("[X4] never marks a lost anchor, nor words that do not stand at their offsets", () => {
    const wrong = { ...passage("two", "b"), exact: "twO" };
    const { contexts, unplaced } = placeEvidence(text, blocks, [passage("two", "a", "orphaned"), wrong]);
    expect(contexts).toEqual([]);
    expect(unplaced.map((one) => one.id)).toEqual(["a", "b"]);
  });

  it("counts paragraphs from 1", () => {
    expect(paragraphOf(blocks, text.indexOf("five"))).toBe(3);
  });

  it("[S3] finds a term that an attestation says is not there, whatever its case", () => {
    const [hit] = findHits(text, blocks, "FIVE");
    expect(hit).toMatchObject({ before: "Four ", words: "five", after: " six.", paragraph: 3 });
    expect(findHits(text, blocks, "eleven")).toEqual([]);
  });
});

describe("what changed since the last decision", () => {
  it("compares with the last decision on an earlier version, not with comments or other tags", () => {
    const reviews = [
      review({ id: "a", tagId: "t", tagVersion: 1, decision: "request_changes", createdAt: at(1) }),
      review({ id: "b", tagId: "t", tagVersion: 2, decision: "request_changes", createdAt: at(2) }),
      review({ id: "c", tagId: "t", tagVersion: 2, decision: "comment", createdAt: at(3) }),
      review({ id: "d", tagId: "t", tagVersion: 3, decision: "approve", createdAt: at(4) }),
      review({ id: "e", tagId: "other", tagVersion: 1, decision: "approve", createdAt: at(5) }),
    ];
    expect(lastDecision(reviews, "t", 3)?.id).toBe("b");
    expect(lastDecision(reviews, "t", 1)).toBeNull();
  });

  it("reads a re-selected passage that overlaps as changed, others as added or removed", () => {
    const passage = (id: string, start: number, exact: string) =>
      buildEvidence({ id, start, end: start + exact.length, exact });
    const before = { evidence: [passage("a", 0, "short"), passage("b", 50, "gone")] };
    const after = { evidence: [passage("c", 0, "short longer"), passage("d", 80, "new")] };
    expect(passageChanges(before, after)).toEqual([
      { kind: "changed", id: "c", before: "short", after: "short longer" },
      { kind: "added", id: "d", after: "new" },
      { kind: "removed", id: "b", before: "gone" },
    ]);
    expect(passageChanges(after, after)).toEqual([]);
  });

  it("names a changed stance and confidence", () => {
    const before = buildTagContent({ stance: "verified", confidence: null });
    const after = buildTagContent({ stance: "disputed", confidence: "low", attributed: true });
    expect(factChanges(before, after)).toEqual([
      "Stance: verified → disputed.",
      "Now marked as attributed.",
      "Confidence: not given → low.",
    ]);
  });
});

describe("what approving would make of the verdict", () => {
  const view = buildCaseView({
    claims: 1,
    sources: 3,
    tags: [
      { claim: 1, source: 1 },
      { claim: 1, source: 2, state: "submitted" },
      { claim: 1, source: 3, stance: "missing", state: "submitted" },
    ],
  });
  const now = verdictsOf(view).get("claim-1");
  const [, submitted, silent] = view.tags;
  if (now === undefined || submitted === undefined || silent === undefined) throw new Error("the case was built wrong");

  it("[V3] leaves the case as it is and says what would come of it", () => {
    const then = verdictIfApproved(view, submitted);
    expect(then.kind).toBe("corroborated");
    expect(approvingSentence(now, then)).toBe(
      "Approving makes it corroborated: verified by Outlet 1 and Outlet 2.",
    );
    expect(verdictsOf(view).get("claim-1")?.kind).toBe("single_source");
    expect(view.policy).toBe(DEFAULT_POLICY);
  });

  it("[V2] says that a silence does not vote", () => {
    const then = verdictIfApproved(view, silent);
    expect(approvingSentence(now, then)).toBe("Approving records a silence; the verdict stays single-source.");
  });
});

describe("timeline", () => {
  const version = (number: number, minute: number) => ({
    ...buildTagContent(),
    version: number,
    claimVersion: 1,
    revisionId: "revision-1",
    postReveal: false,
    createdAt: at(minute),
  });
  const event = (kind: "tag.submitted" | "tag.created" | "tag.staled", minute: number) => ({
    caseId: "case-1",
    number: minute,
    at: at(minute),
    actorId: "person-1",
    kind,
    subject: "tag-1",
    reason: "",
    payload: {},
    mutationId: null,
    prevHash: "",
    hash: `${kind} ${minute}`,
  });

  it("[T8] tells versions, submissions and decisions once each, newest first", () => {
    const history = {
      versions: [version(1, 0), version(2, 3), version(3, 4)],
      reviews: [review({ id: "r", tagId: "tag-1", decision: "request_changes", createdAt: at(2) })],
      adjudications: [],
      events: [event("tag.created", 0), event("tag.submitted", 1), event("tag.submitted", 5), event("tag.staled", 6)],
    };
    expect(timelineOf(history, "person-1").map((entry) => entry.words)).toEqual([
      "it went stale",
      "submitted version 3",
      "saved version 3",
      "asked for changes",
      "submitted version 1",
      "tagged verified",
    ]);
  });
});

describe("reasons that are being typed", () => {
  const store = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  };

  it("come back as they were, per tag and per form", () => {
    const kept = store();
    const reasons = { challenge: "Wire copy.", comment: "Hm" };
    const draft: ReviewDraft = { open: "challenge", reasons, proposedStance: "missing" };
    keepDraft(kept, "tag-1", draft);
    expect(readDraft(kept, "tag-1")).toEqual(draft);
    expect(readDraft(kept, "tag-2")).toEqual(NO_DRAFT);
    expect(sentDraft(draft, "challenge")).toEqual({ open: null, reasons: { comment: "Hm" }, proposedStance: null });
  });

  it("do not trip over something unreadable", () => {
    const kept = store();
    kept.setItem("assay.review.tag-1", "{nonsense");
    expect(readDraft(kept, "tag-1")).toEqual(NO_DRAFT);
    kept.setItem("assay.review.tag-1", '{"open":"approve","reasons":{"comment":4}}');
    expect(readDraft(kept, "tag-1")).toEqual(NO_DRAFT);
  });
});
