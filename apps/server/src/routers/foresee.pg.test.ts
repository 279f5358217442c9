import type { CaseChange, CaseView, TagView } from "@assay/domain";
import { applyChange, foreseeChange, isForeseen } from "@assay/domain";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClaim, addText, newId, openCase, openDesk, say } from "../testing/desk.ts";
import type { Desk } from "../testing/desk.ts";
import { mutationOf, picks, rebased, send } from "../testing/picked-mutation.ts";
import type { Mutation } from "../testing/picked-mutation.ts";

/** What a client foresees of a mutation, held against what the services answer and store. */

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** Times, hashes, and the ids that the server gives to reviews and rulings. */
function comparable(change: CaseChange): object {
  const { lastEvent: _event, lastHash: _hash, eventless: _eventless, ...lists } = change;
  return JSON.parse(
    JSON.stringify(lists, (key, value: unknown) => {
      if (["createdAt", "versionAt", "updatedAt", "at"].includes(key) && typeof value === "string") return "a time";
      if ((key === "reviews" || key === "adjudications") && Array.isArray(value)) {
        return value.map((one: object) => ({ ...one, id: "given by the server" }));
      }
      return value;
    }),
  ) as object;
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

describe("foreseeing", () => {
  it("[E4,E5] what is foreseen of a mutation is what the server answers, up to times, hashes and its ids", async () => {
    const told = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(picks, { minLength: 15, maxLength: 40 }), async (list) => {
        const test = await openCase(desk);
        await addText(desk.as.annotator, test.caseId, test.text, { publisher: "Second" });
        await addClaim(desk.as.annotator, test.caseId, "Nobody was hurt.");
        let view = await desk.as.lead.case.get({ caseId: test.caseId });
        for (const pick of list) {
          const mutation = mutationOf(desk, test, view, pick);
          if (mutation === null || !isForeseen(mutation.procedure)) continue;
          const { procedure, input, by } = mutation;
          const sight = { view, actorId: desk.people[by].id, at: new Date().toISOString() };
          const foreseen = foreseeChange(procedure, input, sight);
          const answer = await send(desk, mutation).catch(() => null);
          if (answer === null) continue;
          // A draft that judged an older wording is the one case that the page leaves to the server.
          if (foreseen === null) {
            const tag = view.tags.find(({ id }) => id === input.tagId);
            const claim = view.claims.find(({ id }) => id === tag?.claimId);
            expect([procedure, tag?.claimVersion === claim?.version]).toEqual(["tag.submit", false]);
          } else if (procedure === "tag.submitMany") {
            const states = (tags: TagView[] = []) => tags.map(({ id, state }) => ({ id, state })).toSorted(byId);
            const moved = states(foreseen.tags);
            expect(states(answer.tags)).toEqual(expect.arrayContaining(moved));
            const left = (change: CaseChange) => (change as CaseChange & { refused: object[] }).refused.length;
            expect(left(foreseen)).toBeGreaterThanOrEqual(left(answer));
          } else {
            const { refused: _refused, ...rest } = answer as CaseChange & { refused?: unknown };
            // What changed nothing is answered with the entry as it is, or with nothing at all.
            const known = applyChange(view, foreseen) === view;
            if (!known) expect(comparable(foreseen), procedure).toEqual(comparable(rest));
          }
          told.set(procedure, (told.get(procedure) ?? 0) + 1);
          view = await desk.as.lead.case.get({ caseId: test.caseId });
        }
      }),
      { numRuns: 24, endOnFailure: true },
    );
    // All of them came to pass, or the comparison says nothing.
    const wanted = ["tag.save", "tag.submit", "tag.withdraw", "claim.create", "claim.edit", "review.decide", "source.edit", "thread.open", "thread.comment"];
    expect(wanted.filter((procedure) => (told.get(procedure) ?? 0) === 0)).toEqual([]);
  }, 300_000);

  it("[E5] a chain made without an answer carries the versions that the server will have", async () => {
    const test = await openCase(desk);
    const by = "annotator";
    const { caseId } = test;
    const actorId = desk.people[by].id;
    const tagId = newId();
    const claimId = newId();
    const { id: sourceId, revision } = test.source;
    const content = (rationale: string) => ({ ...say(test, "verified"), rationale });
    const cell = { id: tagId, claimId, sourceId, revisionId: revision.id, claimVersion: 0, baseVersion: 0 };
    const steps: [string, Record<string, unknown>][] = [
      ["claim.create", { id: claimId, text: "214 were aboard.", type: "number", claimant: "" }],
      ["tag.save", { ...cell, content: content("One.") }],
      ["tag.save", { ...cell, content: content("Two.") }],
      ["claim.edit", { claimId, baseVersion: 0, text: "214 people were aboard.", type: "number", claimant: "" }],
      ["tag.save", { ...cell, content: content("Three.") }],
      ["tag.submit", { tagId, baseVersion: 0 }],
      ["tag.withdraw", { tagId, baseVersion: 0 }],
      ["tag.restore", { tagId, baseVersion: 0 }],
      ["claim.withdraw", { claimId, baseVersion: 0 }],
      ["claim.restore", { claimId, baseVersion: 0 }],
    ];
    const start = await desk.as[by].case.get({ caseId });
    let view = start;
    const kept: Mutation[] = [];
    for (const [procedure, given] of steps) {
      const input = rebased(desk, procedure, { mutationId: newId(), caseId, ...given }, view, by);
      const change = foreseeChange(procedure, input, { view, actorId, at: new Date().toISOString() });
      expect(change, procedure).not.toBeNull();
      if (change !== null) view = applyChange(view, change);
      kept.push({ by, procedure, input });
    }
    for (const mutation of kept) await send(desk, mutation);
    const stored = await desk.as[by].case.get({ caseId });
    const shown = ({ claims, tags }: CaseView) => comparable({ lastEvent: 0, lastHash: "", claims, tags });
    expect(shown(view)).toEqual(shown(stored));
    expect(stored.lastEvent).toBe(start.lastEvent + kept.length);
  });
});
