import { applyChange } from "@assay/domain";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId, openDesk } from "../testing/desk.ts";
import type { Desk } from "../testing/desk.ts";
import { Dice } from "../testing/dice.ts";
import { COMMAND_PATHS, drawCommand, send } from "../testing/random-work.ts";
import type { CommandPath } from "../testing/random-work.ts";
import { appRouter } from "./app-router.ts";

/** Mutations that answer with something else than a change of a case, or are parts of one that is drawn. */
const OTHERS = [
  /^assist\./,
  /^(invitation|live|me|notification|workspace)\./,
  /^assignment\.(assignMany|balance|handOver)$/,
  /^case\.create$/,
  /^document\./,
  /^rating\.setScale$/,
  /^review\.open$/,
  /^share\./,
  /^source\.(inspect|previewRevision)$/,
];
const ACTORS = { lead: "lead", owner: "owner", reviewer: "reviewer", annotator: "annotator", second: "annotator" } as const;
const NAMES = Object.keys(ACTORS) as (keyof typeof ACTORS)[];
/** All else rests on this work: there are few contested cells, and each is soon settled or withdrawn. */
const GROUNDWORK = /^(tag\.(save|submit)|claim\.(create|restore)|review\.challenge)/;
const MOST_TRIES = 4_000;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

describe("the answer to a change", () => {
  it("is looked at here for every procedure that changes a case", () => {
    const byPath = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>;
    const procedures = Object.entries(byPath);
    const mutations = procedures.filter(([, { _def }]) => _def.type === "mutation").map(([path]) => path);
    const changing = mutations.filter((path) => !OTHERS.some((other) => other.test(path)));
    expect(changing.length).toBeGreaterThan(20);
    expect(COMMAND_PATHS.toSorted()).toEqual(changing.toSorted());
  });

  it("[E3] tells of everything it touched: laid over the case it is what a fresh load gives", async () => {
    const dice = new Dice(7);
    const caseId = newId();
    const { workspaceId } = desk;
    await desk.as.lead.case.create({ mutationId: newId(), workspaceId, id: caseId, title: "Aurora", summary: "" });
    const load = () => desk.as.viewer.case.get({ caseId });
    let before = await load();
    const done = new Set<CommandPath>();
    // Blind cells are for the tests of blindness: what is hidden is not told, be it touched or not.
    // A signature hardly outlives the next random change: what comes after one is held to this beside the releases.
    const isOfOthers = (path: CommandPath) => path === "case.setPolicy" || path.startsWith("release.");
    const wanted = COMMAND_PATHS.filter((path) => !isOfOthers(path));
    const weights: Partial<Record<CommandPath, number>> = {};
    for (const path of COMMAND_PATHS) if (isOfOthers(path)) weights[path] = 0;
    const isLacking = (path: CommandPath) => !done.has(path);
    // In time everybody else has tagged and challenged everywhere: somebody has to be no party to what is contested [A1].
    const partial = COMMAND_PATHS.filter((path) => /^(tag|review|claim\.(create|split))/.test(path) && path !== "review.adjudicate");
    const apart = { ...Object.fromEntries(partial.map((path) => [path, 0])), "review.adjudicate": 60 };
    for (let tries = 0; tries < MOST_TRIES && wanted.some(isLacking); tries++) {
      const name = dice.pick(NAMES) ?? "lead";
      const as = desk.as[name];
      const seat = { dice, me: { id: desk.people[name].id, role: ACTORS[name] }, view: before };
      const command = drawCommand(seat, name === "owner" ? { ...weights, ...apart } : weights);
      if (command === null) continue;
      if (command.path === "review.approveMany") {
        for (const { tagId, tagVersion } of command.input.tags) {
          await as.review.open({ caseId, tagId, tagVersion }).catch(() => undefined);
        }
      }
      const change = await send(as, command).catch((error: unknown) => {
        if (error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR") return null;
        throw error;
      });
      if (change === null) continue;
      const after = await load();
      expect(applyChange(before, change), command.path).toEqual(after);
      before = after;
      done.add(command.path);
      // What was done gives way to what was not, but for the work that all else rests on.
      weights[command.path] = GROUNDWORK.test(command.path) ? 4 : 0.3;
    }
    expect(wanted.filter((path) => !done.has(path))).toEqual([]);
  }, 300_000);
});
