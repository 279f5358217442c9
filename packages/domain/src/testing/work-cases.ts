import fc from "fast-check";
import { ASSIGNMENT_KINDS } from "../assignment.ts";
import type { AssignmentView } from "../assignment.ts";
import type { CaseView, TagView } from "../case-view.ts";
import { DEFAULT_POLICY } from "../policy.ts";
import { ROLES } from "../role.ts";
import type { Role } from "../role.ts";
import { STANCES } from "../stance.ts";
import { TAG_STATES } from "../tag.ts";
import { aCase, aClaim, aReview, aSource, aTag, minute } from "./case-builder.ts";

export const CREW: readonly { id: string; role: Role }[] = [
  { id: "owen", role: "owner" },
  { id: "lea", role: "lead" },
  { id: "rev", role: "reviewer" },
  { id: "ann", role: "annotator" },
  { id: "bob", role: "annotator" },
  { id: "vic", role: "viewer" },
];

export function anAssignment(over: Partial<AssignmentView> = {}): AssignmentView {
  return {
    id: "n1",
    kind: "tag",
    assigneeId: "ann",
    claimId: "c1",
    sourceId: "s1",
    dueOn: null,
    note: "",
    version: 1,
    createdBy: "lea",
    createdAt: minute(0),
    ...over,
  };
}

const CLAIMS = 3;
const SOURCES = 2;
const person = fc.constantFrom(...CREW.map(({ id }) => id));
const claimId = fc.integer({ min: 1, max: CLAIMS }).map((number) => `c${number}`);
const sourceId = fc.integer({ min: 1, max: SOURCES }).map((number) => `s${number}`);
const at = fc.integer({ min: 0, max: 90 }).map(minute);
const day = fc.option(fc.constantFrom("2025-03-01", "2025-03-02", "2025-03-20"), { nil: null });

const tag = fc.record({
  claimId,
  sourceId,
  authorId: person,
  state: fc.constantFrom(...TAG_STATES),
  stance: fc.constantFrom(...STANCES),
  updatedAt: at,
});

const assignment = fc.record({
  kind: fc.constantFrom(...ASSIGNMENT_KINDS),
  assigneeId: person,
  claimId: fc.option(claimId, { nil: null }),
  sourceId: fc.option(sourceId, { nil: null }),
  dueOn: day,
  createdAt: at,
});

/** Cases of few cells with tags, challenges, openings and assignments of all sorts; a person has one tag in a cell. */
export const workCases: fc.Arbitrary<CaseView> = fc
  .record({
    requiredTags: fc.constantFrom(1, 2, 3),
    selfReview: fc.boolean(),
    withdrawn: fc.array(fc.boolean(), { minLength: CLAIMS, maxLength: CLAIMS }),
    tags: fc.uniqueArray(tag, {
      maxLength: 14,
      selector: (one) => `${one.claimId} ${one.sourceId} ${one.authorId}`,
    }),
    challengers: fc.array(person, { minLength: 14, maxLength: 14 }),
    openings: fc.uniqueArray(fc.record({ claimId, sourceId }), {
      maxLength: 5,
      selector: (one) => `${one.claimId} ${one.sourceId}`,
    }),
    assignments: fc.array(assignment, { maxLength: 8 }),
  })
  .map(({ requiredTags, selfReview, withdrawn, tags, challengers, openings, assignments }) => {
    const made = tags.map((one, index) => aTag({ ...one, id: `t${index}`, revisionId: one.sourceId.replace("s", "r") }));
    return aCase({
      policy: { ...DEFAULT_POLICY, requiredTags, selfReview },
      claims: withdrawn.map((gone, index) => aClaim(index + 1, { withdrawn: gone })),
      sources: Array.from({ length: SOURCES }, (_, index) => aSource(index + 1)),
      tags: made,
      reviews: made.flatMap((one, index) => challengeOf(one, challengers[index] ?? "rev", index)),
      openings: openings.map((one) => ({ ...one, openedAt: minute(1) })),
      assignments: assignments.map((one, index) => anAssignment({ ...one, id: `n${index}` })),
    });
  });

function challengeOf(challenged: TagView, challenger: string, index: number) {
  if (challenged.state !== "challenged" || challenger === challenged.authorId) return [];
  return [aReview({ id: `v${index}`, tagId: challenged.id, reviewerId: challenger, decision: "challenge" })];
}

export const workers: fc.Arbitrary<{ id: string; role: Role }> = fc.record({
  id: person,
  role: fc.constantFrom(...ROLES),
});
