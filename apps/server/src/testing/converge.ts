import { applyChange, followCase, hearAnswer, hearCase, hearChange } from "@assay/domain";
import type { CaseChange, CaseView, FollowedCase } from "@assay/domain";
import { TRPCError } from "@trpc/server";
import { answerFor } from "../error-answer.ts";
import type { ErrorAnswer } from "../error-answer.ts";
import type { Caller } from "./desk.ts";
import { Dice } from "./dice.ts";
import { differs, differsFromFirst, inSight } from "./differs.ts";
import type { LiveEar } from "./live-ear.ts";
import { drawCommand, send } from "./random-work.ts";
import type { Command, Seat } from "./random-work.ts";

/** Somebody with a page open on the case. The same person may have two. */
export interface Player {
  name: string;
  me: Seat["me"];
  as: Caller;
  /** The stream from this event on (E3). */
  listen(after: number): Promise<LiveEar>;
}

export interface Play {
  seed: number;
  caseId: string;
  players: readonly Player[];
  operations: number;
}

export interface Outcome {
  done: number;
  refused: number;
  retried: number;
  disconnects: number;
  /** Null: every cache ended equal to a fresh load. */
  divergence: string | null;
}

/** Refusals that are part of the work: rules, conflicts, what is gone, hidden by now (B1) or not allowed. */
const EXPECTED = new Set<ErrorAnswer["code"]>([
  "CONFLICT",
  "STALE_REVIEW",
  "REFUSED",
  "FORBIDDEN",
  "ALREADY_EXISTS",
  "NOT_FOUND",
]);

/**
 * A page's side of the network: a stream that comes in order but late, answers that come at any time or never, loads
 * that were overtaken. The cache is kept in both ways there are: as `followCase` keeps it, and as one view that
 * everything is laid over.
 */
class Page {
  followed: FollowedCase;
  plain: CaseView;
  /** The last event that the stream told. */
  heard: number;
  answers: CaseChange[] = [];
  loads: CaseView[] = [];
  /** Sent and not answered, or not sent: to be sent again with the same mutation id (E4). */
  outbox: Command[] = [];
  readonly player: Player;
  readonly load: () => Promise<CaseView>;
  #stream: LiveEar | null = null;

  constructor(player: Player, load: () => Promise<CaseView>, loaded: CaseView) {
    this.player = player;
    this.load = load;
    this.plain = loaded;
    this.followed = followCase(loaded);
    this.heard = loaded.lastEvent;
  }

  get connected(): boolean {
    return this.#stream !== null;
  }

  /** The stream goes on where it was, or further back. */
  async connect(back = 0): Promise<void> {
    this.#stream = await this.player.listen(Math.max(1, this.heard - back));
  }

  async disconnect(): Promise<void> {
    await this.#stream?.close();
    this.#stream = null;
  }

  /** Takes in what has arrived, at most so many messages. */
  async listen(most: number): Promise<void> {
    for (const { id, message } of this.#stream?.take(most) ?? []) {
      if (message.type === "reload") {
        this.takeLoad(await this.load());
        this.heard = Math.max(this.heard, id);
      }
      if (message.type !== "change") continue;
      if (message.change.lastEvent !== id) throw new Error(`Message ${id} says it is ${message.change.lastEvent}`);
      this.followed = hearChange(this.followed, message.change);
      if (id > this.heard) this.plain = applyChange(this.plain, message.change);
      this.heard = Math.max(this.heard, id);
    }
  }

  /** Until the stream has told everything up to an event. */
  async listenUpTo(number: number): Promise<void> {
    const giveUpAt = Date.now() + 10_000;
    for (await this.listen(100); this.heard < number; await this.listen(100)) {
      if (Date.now() > giveUpAt) throw new Error(`The stream stopped at ${this.heard} of ${number}`);
      await this.#stream?.more(100);
    }
  }

  takeAnswer(change: CaseChange): void {
    this.followed = hearAnswer(this.followed, change);
    if (change.lastEvent > this.heard) this.plain = applyChange(this.plain, change);
  }

  takeLoad(loaded: CaseView): void {
    this.followed = hearCase(this.followed, loaded);
    if (loaded.lastEvent < this.plain.lastEvent) return;
    this.plain = loaded;
    this.heard = Math.max(this.heard, loaded.lastEvent);
  }

  reload(loaded: CaseView): void {
    this.plain = loaded;
    this.followed = followCase(loaded);
    this.heard = loaded.lastEvent;
    this.answers = [];
    this.loads = [];
  }
}

/** Random work by people with unreliable networks; afterwards, is what each of them has on the screen what is stored? */
export async function converge({ seed, caseId, players, operations }: Play): Promise<Outcome> {
  const dice = new Dice(seed);
  const outcome: Outcome = { done: 0, refused: 0, retried: 0, disconnects: 0, divergence: null };
  const pages = await Promise.all(
    players.map(async (player) => {
      const load = () => player.as.case.get({ caseId });
      const page = new Page(player, load, await load());
      await page.connect();
      return page;
    }),
  );

  /** Answers that never came, by mutation id. */
  const lost = new Map<string, CaseChange>();

  async function run(page: Page, command: Command): Promise<CaseChange | undefined> {
    try {
      const change = await send(page.player.as, command);
      outcome.done += 1;
      page.answers.push(change);
      return change;
    } catch (error) {
      const answer = error instanceof TRPCError ? answerFor(error) : null;
      if (answer === null || !EXPECTED.has(answer.code)) throw failure(command, error);
      outcome.refused += 1;
      return undefined;
    }
  }

  async function act(page: Page): Promise<void> {
    const { me } = page.player;
    const command = drawCommand({ dice, me, view: dice.chance(0.5) ? page.followed.view : page.plain });
    if (command === null) return;
    if (page.connected) return void (await run(page, command));
    // Cut off in the middle: it may have arrived and been done, and only the answer is lost.
    page.outbox.push(command);
    if (dice.chance(0.5)) return;
    const change = await run(page, command);
    if (change === undefined) return;
    page.answers.pop();
    lost.set(command.input.mutationId, change);
  }

  async function reconnect(page: Page): Promise<void> {
    const how = dice.weighed([
      [2, "resumed"],
      [1, "repeating"],
      [1, "reloaded"],
    ] as const);
    if (how === "reloaded") page.reload(await page.load());
    // A stream that resumes may repeat what was heard already.
    await page.connect(how === "repeating" ? dice.below(5) : 0);
    for (const command of page.outbox.splice(0)) {
      const first = lost.get(command.input.mutationId);
      const again = await run(page, command);
      if (first === undefined) continue;
      outcome.retried += 1;
      outcome.divergence ??= differsFromFirst(`the replay of ${command.path}`, again, first);
    }
  }

  async function disconnect(page: Page): Promise<void> {
    outcome.disconnects += 1;
    await page.disconnect();
    // Answers on their way are lost; their changes come by the stream.
    page.answers = page.answers.filter(() => dice.chance(0.5));
    page.loads = [];
  }

  async function step(page: Page): Promise<void> {
    const what = dice.weighed([
      [5, "act"],
      [2, "listen"],
      [2, "answer"],
      [1, "load"],
      [2, "network"],
    ] as const);
    if (what === "act") return act(page);
    if (what === "network") return page.connected ? disconnect(page) : reconnect(page);
    if (!page.connected) return;
    if (what === "listen") await page.listen(1 + dice.below(6));
    if (what === "answer") {
      for (const change of page.answers.splice(dice.below(page.answers.length), 1)) page.takeAnswer(change);
    }
    if (what === "load") {
      if (page.loads.length === 0) page.loads.push(await page.load());
      else for (const loaded of page.loads.splice(0)) page.takeLoad(loaded);
    }
  }

  async function work(): Promise<void> {
    while (outcome.done + outcome.refused < operations) {
      // Now and then several people at the very same moment.
      const together = dice.chance(0.1) ? pages : [dice.pick(pages)];
      await Promise.all(together.map((page) => (page === undefined ? undefined : step(page))));
    }
  }

  /** Everything comes in, in whatever order; then what is held is compared with what is stored. */
  async function settle(page: Page): Promise<void> {
    const late = dice.shuffled(page.answers.splice(0));
    for (const change of late.splice(0, dice.below(late.length + 1))) page.takeAnswer(change);
    const fresh = await page.load();
    await page.listenUpTo(fresh.lastEvent);
    for (const change of late) page.takeAnswer(change);
    const found =
      differs("followed", ...inSight(page.followed.view, fresh)) ?? differs("plain", ...inSight(page.plain, fresh));
    outcome.divergence ??= found && `${page.player.name}: ${found}`;
  }

  try {
    await work();
    for (const page of pages) if (!page.connected) await reconnect(page);
    for (const page of pages) await settle(page);
  } finally {
    for (const page of pages) await page.disconnect();
  }
  const [first] = players;
  const checked = await first?.as.case.verifyLog({ caseId });
  if (checked?.ok !== true) outcome.divergence ??= `The log does not verify: ${JSON.stringify(checked)}`;
  return outcome;
}

function failure(command: Command, error: unknown): Error {
  const cause = error instanceof Error ? error.cause : undefined;
  return new Error(`${command.path} ended in ${String(error)} ${String(cause ?? "")}: ${JSON.stringify(command)}`, {
    cause: error,
  });
}
