import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseView, TagView } from "./case-view.ts";
import { deriveCells } from "./cell.ts";
import { deriveCase } from "./derive-case.ts";
import { verdictsOf } from "./derive-verdict.ts";
import { aCase, aClaim, aSource, aTag, minute } from "./testing/case-builder.ts";

const BASE = aCase({ sources: [aSource(1), aSource(2)], claims: [aClaim(1), aClaim(2), aClaim(3)], tags: [] });
const [first, second] = [BASE.claims[0]!, BASE.claims[1]!];

const tagOf = (claim: number, source: number, own: Partial<TagView>): TagView =>
  aTag({
    ...own,
    id: `t${claim}${source}${own.authorId}`,
    claimId: BASE.claims[claim]!.id,
    sourceId: BASE.sources[source]!.id,
  });

const tag = fc
  .record({
    claim: fc.nat(2),
    source: fc.nat(1),
    authorId: fc.constantFrom("ann", "bea"),
    stance: fc.constantFrom("verified" as const, "disputed" as const),
    state: fc.constantFrom("draft" as const, "submitted" as const, "approved" as const, "withdrawn" as const),
    at: fc.nat(50),
  })
  .map(({ claim, source, at, ...own }) => tagOf(claim, source, { ...own, updatedAt: minute(at) }));

/** What one step does to a case: a tag comes, changes or goes; or something that every cell may hang on changes. */
const step = fc.oneof(
  { weight: 6, arbitrary: tag.map((next) => (view: CaseView) => ({ ...view, tags: [...without(view, next), next] })) },
  { weight: 1, arbitrary: tag.map((gone) => (view: CaseView) => ({ ...view, tags: without(view, gone) })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<(view: CaseView) => CaseView>(
      (view) => ({ ...view, claims: view.claims.length === 3 ? view.claims.slice(0, 2) : BASE.claims }),
      (view) => ({ ...view, sources: view.sources.length === 2 ? view.sources.slice(1) : BASE.sources }),
      (view) => ({ ...view, policy: { ...view.policy, independenceThreshold: 3 - view.policy.independenceThreshold } }),
    ),
  },
);

function without(view: CaseView, gone: TagView): TagView[] {
  return view.tags.filter(({ id }) => id !== gone.id);
}

describe("a derived case, followed", () => {
  it("[V5] is after any changes what deriving it anew gives", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let derived = deriveCase(BASE);
        for (const change of steps) {
          derived = deriveCase(change(derived.view), derived);
          const cells = deriveCells(derived.view);
          expect(derived.cells).toEqual(cells);
          expect(derived.verdicts).toEqual(verdictsOf(derived.view, cells));
        }
      }),
    );
  });

  it("keeps the rows, cells and verdicts that a tag does not touch as the same objects", () => {
    const one = deriveCase({ ...BASE, tags: [tagOf(0, 0, { authorId: "ann" }), tagOf(1, 0, { authorId: "ann" })] });
    const tags = [...one.view.tags.slice(0, 1), tagOf(1, 0, { authorId: "ann", state: "approved" })];
    const two = deriveCase({ ...one.view, tags }, one);
    expect(two.cells.get(first.id)).toBe(one.cells.get(first.id));
    expect(two.verdicts.get(first.id)).toBe(one.verdicts.get(first.id));
    expect(two.cells.get(second.id)).not.toBe(one.cells.get(second.id));
    expect(two.verdicts.get(second.id)).not.toBe(one.verdicts.get(second.id));
    expect(two.cells.get(second.id)?.get(BASE.sources[1]!.id)).toBe(one.cells.get(second.id)?.get(BASE.sources[1]!.id));
  });
});
