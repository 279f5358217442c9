import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseChange } from "./case-view.ts";
import { applyChange } from "./apply-change.ts";
import type { ThreadView } from "./thread.ts";
import { aCase, aClaim, aReview, aSource, aTag, minute } from "./testing/case-builder.ts";

const override = {
  id: "o1",
  claimId: "c1",
  verdict: "refuted",
  reason: "On the record",
  authorId: "lea",
  ruleVersion: 1,
  createdAt: minute(0),
} as const;

const VIEW = aCase({
  sources: [aSource(1), aSource(3)],
  claims: [aClaim(1), aClaim(2)],
  tags: [aTag(), aTag({ id: "t2", version: 4, updatedAt: minute(5) })],
  reviews: [aReview()],
  overrides: [override],
});

function thread(id: string, about: Partial<ThreadView> = {}): ThreadView {
  const made = { version: 1, createdBy: "ann", createdAt: minute(0), updatedAt: minute(0) };
  return { id, subject: "case", claimId: null, tagId: null, passage: null, resolved: null, comments: [], ...made, ...about };
}

describe("applyChange", () => {
  it("[E3] replaces by id, adds what is new, and keeps all else as the same objects", () => {
    const tag = aTag({ version: 2, state: "submitted" });
    const next = applyChange(VIEW, { lastEvent: 11, lastHash: "h11", tags: [tag], reviews: [aReview({ id: "v2" })] });
    expect(next).toMatchObject({ lastEvent: 11, lastHash: "h11" });
    expect(next.tags[0]).toBe(tag);
    expect(next.tags[1]).toBe(VIEW.tags[1]);
    expect(next.reviews.map(({ id }) => id)).toEqual(["v1", "v2"]);
    expect(next.sources).toBe(VIEW.sources);
    expect(next.claims).toBe(VIEW.claims);
    expect(VIEW.tags[0]?.version).toBe(1);
  });

  it("keeps sources and claims in the order of their numbers", () => {
    const added = { sources: [aSource(2)], claims: [aClaim(4), aClaim(3)] };
    const next = applyChange(VIEW, { lastEvent: 11, lastHash: "h", ...added });
    expect(next.sources.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(next.claims.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it("[E3] a late change does not undo what is newer, entry by entry", () => {
    const change: CaseChange = {
      lastEvent: 8,
      lastHash: "h8",
      case: { title: "Old", summary: "", version: 0 },
      tags: [aTag({ version: 2 }), aTag({ id: "t2", version: 3 }), aTag({ id: "t3" })],
    };
    const next = applyChange(VIEW, change);
    expect(next).toMatchObject({ lastEvent: 10, lastHash: "h10", title: "Case" });
    expect(next.tags.map(({ id, version }) => [id, version])).toEqual([["t1", 2], ["t2", 4], ["t3", 1]]);
  });

  it("[E3] at equal versions the later touch wins, for a review moves a tag without a new version", () => {
    const touched = (minutes: number) => aTag({ id: "t2", version: 4, state: "approved", updatedAt: minute(minutes) });
    const state = (minutes: number, lastEvent: number) =>
      applyChange(VIEW, { lastEvent, lastHash: "h", tags: [touched(minutes)] }).tags[1]?.state;
    expect([state(6, 8), state(4, 11), state(5, 8), state(5, 11)]).toEqual(["approved", "draft", "draft", "approved"]);
  });

  it("[E3] [T6] being carried to a newer revision touches no tag, and is known by the revision, however late it comes", () => {
    const revisions = [1, 2].map((number) => ({ ...aSource(1).revision, id: `r${number}`, number }));
    const source = aSource(1, { version: 2, revisions });
    const carried: CaseChange = { lastEvent: 8, lastHash: "h8", sources: [source], tags: [aTag({ revisionId: "r2" })] };
    const after = applyChange(VIEW, carried);
    expect(after.tags[0]?.revisionId).toBe("r2");
    const before: CaseChange = { lastEvent: 11, lastHash: "h11", tags: [aTag({ revisionId: "r1", state: "submitted" })] };
    expect(applyChange(after, before).tags[0]).toMatchObject({ revisionId: "r2", state: "draft" });
  });

  it("[T7] a source that is taken out takes along what hangs on it, and comes back with it", () => {
    const passage = { sourceId: "s1", revisionId: "r1", start: 0, end: 3, exact: "The" };
    const tags = [aTag({ sourceId: "s1" }), aTag({ id: "t2", sourceId: "s3" })];
    const reviews = [aReview(), aReview({ id: "v2", tagId: "t2" })];
    const threads = [thread("h1", { tagId: "t1" }), thread("h2", { passage }), thread("h3")];
    const view = aCase({ sources: [aSource(1), aSource(3)], claims: [aClaim(1)], tags, reviews, threads });
    const [source] = view.sources;
    const gone = { ...aSource(1), version: 2, removedAt: minute(9), removedBy: "lea", reason: "Of another day" };
    const out = applyChange(view, { lastEvent: 11, lastHash: "h11", removedSources: [gone] });
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
    expect(out.removedSources).toEqual([gone]);
    expect([out.sources, out.tags, out.reviews, out.threads].map(ids)).toEqual([["s3"], ["t2"], ["v2"], ["h3"]]);
    // Told late of a change from before, or of one that was only foreseen, nothing of it comes back by itself.
    const late = applyChange(out, { lastEvent: 9, lastHash: "h9", sources: [aSource(1)], tags: [aTag({ sourceId: "s1", version: 5 })] });
    expect(late).toEqual(out);
    const returned = { ...aSource(1), version: 3 };
    const back = applyChange(out, { lastEvent: 12, lastHash: "h12", sources: [returned], tags: tags.slice(0, 1), reviews, threads });
    expect([back.removedSources, back.sources, back.tags, back.reviews, back.threads].map(ids)).toEqual([
      [],
      ["s1", "s3"],
      ["t1", "t2"],
      ["v1", "v2"],
      ["h1", "h2", "h3"],
    ]);
    expect(back.sources[0]).not.toBe(source);
    expect(applyChange(back, { lastEvent: 11, lastHash: "h11", removedSources: [gone] })).toEqual(back);
  });

  it("[V4] lifts overrides and edits the case", () => {
    const next = applyChange(VIEW, {
      lastEvent: 11,
      lastHash: "h11",
      case: { title: "New", summary: "S", version: 2 },
      removedOverrides: ["o1"],
    });
    expect(next).toMatchObject({ title: "New", summary: "S", version: 2, overrides: [] });
  });

  it("[E3] a change that is known already gives the same view", () => {
    const change: CaseChange = { lastEvent: 11, lastHash: "h11", tags: [aTag({ version: 2 })], claims: [aClaim(3)] };
    const once = applyChange(VIEW, change);
    expect(applyChange(once, change)).toBe(once);
    expect(applyChange(VIEW, { lastEvent: 10, lastHash: "h10" })).toBe(VIEW);
  });

  it("[E3] changes in any order, with repetitions, end in the same entries", () => {
    const step = fc.record({ tag: fc.constantFrom("a", "b", "c"), review: fc.boolean() });
    const changes = fc.array(step, { maxLength: 12 }).map((steps) => {
      const versions = new Map<string, number>();
      return steps.map(({ tag, review }, index): CaseChange => {
        const version = (versions.get(tag) ?? 0) + (review && versions.has(tag) ? 0 : 1);
        versions.set(tag, version);
        const entry = aTag({ id: tag, version, rationale: `step ${index}`, updatedAt: minute(index) });
        return { lastEvent: 11 + index, lastHash: `h${11 + index}`, tags: [entry] };
      });
    });
    const arrival = changes.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
    );
    const result = (list: CaseChange[]) => {
      const { tags, ...rest } = list.reduce(applyChange, aCase());
      return { ...rest, tags: tags.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
    };
    fc.assert(
      fc.property(arrival, ([list, arrived]) => {
        expect(result(arrived)).toEqual(result(list));
      }),
    );
  });
});
