import type { CaseView, Role } from "@assay/domain";
import { ROLES } from "@assay/domain";
import { TRPCError } from "@trpc/server";
import fc from "fast-check";
import { newId } from "../../apps/server/src/testing/desk.ts";
import { Dice } from "../../apps/server/src/testing/dice.ts";
import type { Command } from "../../apps/server/src/testing/random-work.ts";
import { drawCommand, send } from "../../apps/server/src/testing/random-work.ts";
import { answerFor } from "../../apps/server/src/error-answer.ts";
import type { Actor, Stage } from "./actors.ts";
import { ACTORS, openRun } from "./actors.ts";
import { seesBlindCells } from "./blind-rules.ts";
import { brokenRules } from "./rules.ts";
import type { World } from "./world.ts";
import { readWorld } from "./world.ts";

/** What a run knows besides what is stored: who saw what, and what was asked last. */
interface Model {
  /** What each actor had on the screen, newest last. */
  screens: Map<Actor, CaseView[]>;
  last: { actor: Actor; command: Command; done: boolean } | null;
}

interface Real {
  stage: Stage;
  caseId: string;
  world: World;
  tally: Tally;
}

/** What the runs did, so that nobody takes silence for work. */
export interface Tally {
  commands: number;
  done: Map<string, number>;
  refused: Map<string, number>;
}

export const emptyTally = (): Tally => ({ commands: 0, done: new Map(), refused: new Map() });
const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);

type Manner = "fresh" | "behind" | "again" | "role";

/**
 * People who see work do it: few cells, many decisions on each. Contested cells and stale tags are rare among random
 * ones, and what is done with them is where rules are broken.
 */
const WEIGHTS = {
  "source.add": 0.3,
  "source.edit": 0.5,
  "source.revise": 5,
  "source.remove": 0.5,
  "source.restore": 4,
  "claim.create": 0.7,
  "claim.edit": 8,
  "tag.submit": 40,
  "tag.reaffirm": 60,
  "review.decide": 60,
  "review.approveMany": 8,
  "review.adjudicate": 60,
};

const MOST_LOOKS = 8;

/** Somebody tries something that chance picks from what they see, or from an older screen, or sends it once more. */
class Attempt implements fc.AsyncCommand<Model, Real> {
  readonly actor: Actor;
  readonly manner: Manner;
  readonly seed: number;

  constructor(actor: Actor, manner: Manner, seed: number) {
    this.actor = actor;
    this.manner = manner;
    this.seed = seed;
  }

  check(): boolean {
    return true;
  }

  toString(): string {
    return `${this.actor} ${this.manner} ${this.seed}`;
  }

  async run(model: Model, real: Real): Promise<void> {
    const { desk, owner } = real.stage;
    const actorId = desk.people[this.actor].id;
    const { words, done, actor } = await this.#act(model, real);
    if (words === null) return;
    real.tally.commands += 1;
    const after = await readWorld(owner, real.caseId);
    const step = { actorId: actor === this.actor ? actorId : desk.people[actor].id, done };
    const broken = brokenRules(real.world, after, step);
    real.world = after;
    if (broken.length === 0) return;
    const list = broken.map(({ rule, how }) => `[${rule}] ${how}`).join("; ");
    throw new Error(`${this.actor} (${this.manner}): ${words}: ${list}`);
  }

  async #act(model: Model, real: Real): Promise<{ words: string | null; done: boolean; actor: Actor }> {
    const { desk } = real.stage;
    const dice = new Dice(this.seed);
    const nothing = { words: null, done: false, actor: this.actor };
    if (this.manner === "role") {
      const whom = dice.pick(["reviewer", "second"] as const) ?? "second";
      const role = dice.pick(ROLES.filter((one) => one !== "owner")) ?? "annotator";
      const input = { mutationId: newId(), workspaceId: desk.workspaceId, userId: desk.people[whom].id, role };
      const done = await this.#tried(real, "workspace.setRole", () => desk.as[this.actor].workspace.setRole(input));
      return { words: `role of ${whom}: ${role}`, done, actor: this.actor };
    }
    if (this.manner === "again") {
      if (model.last === null) return nothing;
      const { actor, command, done } = model.last;
      // A replay answers as the first did; what was refused may be allowed by now.
      const again = await this.#tried(real, `${command.path} again`, () => send(desk.as[actor], command));
      if (done && !again) throw new Error(`[E4] a replay of ${command.path} was refused`);
      return { words: JSON.stringify(command), done: again && !done, actor };
    }
    const view = await this.#look(model, real);
    const me = { id: desk.people[this.actor].id, role: roleIn(view, desk, this.actor) };
    // Chance falls on things there is nothing for; somebody who wants to work looks for something else then.
    let command: Command | null = null;
    for (let looks = 0; command === null && looks < MOST_LOOKS; looks += 1) command = drawCommand({ dice, me, view }, WEIGHTS);
    if (command === null) return nothing;
    const done = await this.#tried(real, command.path, () => send(desk.as[this.actor], command));
    model.last = { actor: this.actor, command, done };
    return { words: JSON.stringify(command), done, actor: this.actor };
  }

  async #look(model: Model, { stage, caseId, world }: Real): Promise<CaseView> {
    const screens = model.screens.get(this.actor) ?? [];
    const older = this.manner === "behind" ? screens.at(-1 - (this.seed % 3)) : undefined;
    if (older !== undefined) return older;
    // The stranger has no screen: they guess at what the lead sees, and must learn nothing.
    const eyes = this.actor === "stranger" ? "lead" : this.actor;
    const view = await stage.desk.as[eyes].case.get({ caseId });
    const seen = seesBlindCells(view, world, stage.desk.people[eyes].id);
    if (seen.length > 0) throw new Error(`[B1] ${eyes} sees of blind cells: ${seen.join(", ")}`);
    // What is approved in bulk has to have been opened: every other time it has.
    for (const { id: tagId, version: tagVersion, state } of this.seed % 2 === 0 ? view.tags : []) {
      if (state !== "submitted" || !["reviewer", "lead"].includes(this.actor)) continue;
      await stage.desk.as[this.actor].review.open({ caseId, tagId, tagVersion }).catch(ignoreRefusal);
    }
    model.screens.set(this.actor, [...screens.slice(-4), view]);
    return view;
  }

  async #tried({ tally }: Real, name: string, call: () => Promise<unknown>): Promise<boolean> {
    try {
      await call();
      if (this.actor === "stranger" && this.manner !== "again") throw new Error(`[P1] a stranger did ${name}`);
      count(tally.done, name);
      return true;
    } catch (error) {
      if (!(error instanceof TRPCError)) throw error;
      const { code, message } = answerFor(error);
      if (code === "INTERNAL") throw new Error(`${name} failed unexpectedly: ${message}`, { cause: error });
      if (this.actor === "stranger" && this.manner !== "again" && code !== "NOT_FOUND") {
        throw new Error(`[P1] a stranger learned by ${code} that ${name} is there`);
      }
      count(tally.refused, `${name}: ${code}`);
      return false;
    }
  }
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof TRPCError) || error.code === "INTERNAL_SERVER_ERROR") throw error;
}

function roleIn(view: CaseView, desk: Stage["desk"], actor: Actor): Role {
  return view.people.find(({ id }) => id === desk.people[actor].id)?.role ?? "viewer";
}

const someone = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom(...ACTORS.slice(0, 5)) },
  { weight: 1, arbitrary: fc.constantFrom(...ACTORS.slice(5)) },
);
const manner = fc.oneof(
  { weight: 40, arbitrary: fc.constant<Manner>("fresh") },
  { weight: 9, arbitrary: fc.constant<Manner>("behind") },
  { weight: 2, arbitrary: fc.constant<Manner>("again") },
  { weight: 1, arbitrary: fc.constant<Manner>("role") },
);
const attempt = fc
  .tuple(someone, manner, fc.nat({ max: 2 ** 31 - 1 }))
  .map(([actor, how, seed]) => new Attempt(actor, how, seed));

/**
 * One run: 40 to 60 things that people of every role try in one case, long enough for contested cells and stale tags.
 * All of it is decided by the seed. A failure says which commands led to it; with `shrink` the fewest that do, which can
 * take minutes.
 */
export async function playRun(stage: Stage, seed: number, tally: Tally, shrink = false): Promise<void> {
  // A first run is biased towards small values, and each seed is one.
  const commands = fc.noBias(fc.array(attempt, { minLength: 40, maxLength: 60, size: "max" }));
  const property = fc.asyncProperty(commands, async (attempts) => {
    await resetRoles(stage);
    const view = await openRun(stage);
    const world = await readWorld(stage.owner, view.id);
    const setup = () => ({
      model: { screens: new Map(), last: null } satisfies Model,
      real: { stage, caseId: view.id, world, tally } satisfies Real,
    });
    await fc.asyncModelRun<Model, Real, boolean, Model>(setup, attempts);
  });
  await fc.assert(property, { seed, numRuns: 1, endOnFailure: !shrink });
}

/** The last run may have left somebody in another role. */
async function resetRoles({ desk, owner }: Stage): Promise<void> {
  for (const [whom, role] of [["reviewer", "reviewer"], ["second", "annotator"]] as const) {
    await owner.query(`UPDATE members SET role = $1 WHERE workspace_id = $2 AND user_id = $3`, [
      role,
      desk.workspaceId,
      desk.people[whom].id,
    ]);
  }
}
