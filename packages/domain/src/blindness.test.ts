import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blindnessOf, hasBlindCell, isBlindCell, isBlindTo, isHiddenFrom, seeCase, seeChange } from "./blindness.ts";
import type { CaseView, TagView } from "./case-view.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { TAG_STATES } from "./tag.ts";
import { aCase, aClaim, aReview, aSource, aTag, anAdjudication, minute } from "./testing/case-builder.ts";
import type { ThreadView } from "./thread.ts";

const cell = { claimId: "c1", sourceId: "s1" };
const blind = blindnessOf({ requiredTags: 2 }, []);
const policy = { ...DEFAULT_POLICY, requiredTags: 2 };

function aThread(tagId: string | null, id = "h1"): ThreadView {
  const said = { createdAt: minute(0), updatedAt: minute(0), createdBy: "ann", version: 1, comments: [] };
  return { id, subject: tagId === null ? "case" : "tag", claimId: null, tagId, passage: null, resolved: null, ...said };
}

const view = aCase({
  policy,
  sources: [aSource(1), aSource(2)],
  claims: [aClaim(1)],
  openings: [{ claimId: "c1", sourceId: "s2", openedAt: minute(1) }],
  tags: [
    aTag({ id: "hers", authorId: "ann" }),
    aTag({ id: "mine", authorId: "ben" }),
    aTag({ id: "open", sourceId: "s2", authorId: "ann" }),
  ],
  reviews: [aReview({ id: "v1", tagId: "hers" }), aReview({ id: "v2", tagId: "open" })],
  adjudications: [anAdjudication({ id: "j1", tagId: "hers" }), anAdjudication({ id: "j2", tagId: "open" })],
  threads: [aThread("hers", "h1"), aThread("open", "h2"), aThread(null, "h3")],
});

describe("which cells are blind", () => {
  it("[B2] none is with one required tag, and with more every one that has not opened", () => {
    expect(isBlindCell(blindnessOf({ requiredTags: 1 }, []), cell)).toBe(false);
    expect(isBlindCell(blind, cell)).toBe(true);
    expect(isBlindCell(blindnessOf({ requiredTags: 2 }, [cell]), cell)).toBe(false);
    expect(isBlindTo(view, cell)).toBe(true);
  });

  it("[B1] a tag there is hidden from everybody but its author", () => {
    expect(isHiddenFrom(blind, { ...cell, authorId: "ann" }, "ben")).toBe(true);
    expect(isHiddenFrom(blind, { ...cell, authorId: "ann" }, "ann")).toBe(false);
  });

  it("a case has none once every cell has opened, and none without a cell", () => {
    expect(hasBlindCell(view)).toBe(true);
    expect(hasBlindCell({ ...view, openings: [...view.openings, { ...cell, openedAt: minute(2) }] })).toBe(false);
    expect(hasBlindCell({ ...view, claims: [] })).toBe(false);
  });
});

describe("seeCase", () => {
  it("[B1] leaves out others' tags in blind cells with all that hangs on them, and the log's hash", () => {
    const seen = seeCase(view, "ben");
    expect(seen.tags.map(({ id }) => id)).toEqual(["mine", "open"]);
    expect(seen.reviews.map(({ id }) => id)).toEqual(["v2"]);
    expect(seen.adjudications.map(({ id }) => id)).toEqual(["j2"]);
    expect(seen.threads.map(({ id }) => id)).toEqual(["h2", "h3"]);
    expect(seen.lastHash).toBe("");
  });

  it("is the very same case where nothing is blind", () => {
    const plain = { ...view, policy: DEFAULT_POLICY };
    expect(seeCase(plain, "ben")).toBe(plain);
  });

  const place = { claimId: fc.constantFrom("c1", "c2"), sourceId: fc.constantFrom("s1", "s2") };
  const tag = fc.record({
    ...place,
    authorId: fc.constantFrom("ann", "ben", "cam"),
    state: fc.constantFrom(...TAG_STATES),
  });
  const given = fc.record({
    tags: fc.array(tag, { maxLength: 8 }),
    opened: fc.array(fc.record(place)),
    requiredTags: fc.integer({ min: 1, max: 3 }),
  });
  const someCase = given.map(({ tags: made, opened, requiredTags }): CaseView => {
    const tags = made.map((over, index): TagView => aTag({ id: `t${index}`, ...over }));
    return aCase({
      ...view,
      claims: [aClaim(1), aClaim(2)],
      policy: { ...policy, requiredTags },
      openings: opened.map((one) => ({ ...one, openedAt: minute(1) })),
      tags,
      reviews: tags.map(({ id }) => aReview({ id: `v${id}`, tagId: id })),
      adjudications: [],
      threads: tags.map(({ id }) => aThread(id, `h${id}`)),
    });
  });

  it("[B1] shows the same whatever others did in cells that are blind", () => {
    fc.assert(
      fc.property(someCase, fc.constantFrom("ann", "ben"), (one, viewer) => {
        const blindness = blindnessOf(one.policy, one.openings);
        const hidden = new Set(one.tags.filter((each) => isHiddenFrom(blindness, each, viewer)).map(({ id }) => id));
        const without: CaseView = {
          ...one,
          tags: one.tags.filter(({ id }) => !hidden.has(id)),
          reviews: one.reviews.filter(({ tagId }) => !hidden.has(tagId)),
          threads: one.threads.filter(({ tagId }) => !hidden.has(tagId ?? "")),
        };
        expect(seeCase(one, viewer)).toEqual(seeCase(without, viewer));
      }),
    );
  });

  it("[B1] takes nothing of one's own away, and nothing from an open cell", () => {
    fc.assert(
      fc.property(someCase, (one) => {
        const seen = new Set(seeCase(one, "ann").tags.map(({ id }) => id));
        const blindness = blindnessOf(one.policy, one.openings);
        for (const each of one.tags) {
          expect(seen.has(each.id)).toBe(each.authorId === "ann" || !isBlindCell(blindness, each));
        }
      }),
    );
  });
});

describe("seeChange", () => {
  const { tags, reviews } = view;

  it("[B1] leaves out what is hidden, and lists that nothing is left of", () => {
    const change = { lastEvent: 11, lastHash: "h11", tags, reviews: [aReview({ tagId: "hers" })] };
    const seen = seeChange(change, blind, "ben");
    expect(seen).toEqual({ lastEvent: 11, lastHash: "", tags: [tags[1]] });
  });

  it("[B2] of an opening holds what was hidden", () => {
    const change = { lastEvent: 11, lastHash: "h11", tags, reviews };
    expect(seeChange(change, blindnessOf(policy, [cell, ...view.openings]), "ben")).toMatchObject({ tags, reviews });
  });

  it("is the very same change where nothing can be blind", () => {
    const change = { lastEvent: 11, lastHash: "h11", tags };
    expect(seeChange(change, blindnessOf(DEFAULT_POLICY, []), "ben")).toBe(change);
  });
});
