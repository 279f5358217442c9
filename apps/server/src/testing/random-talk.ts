import type { CaseView } from "@assay/domain";
import type { Dice } from "./dice.ts";
import { of } from "./random-command.ts";
import type { Draws, Seat } from "./random-command.ts";

type TalkPath = "thread.open" | "thread.comment" | "thread.edit" | "thread.withdraw" | "thread.resolve" | "thread.reopen";

/** Few, so that people meet in them. */
const MOST_THREADS = 4;
const REMARKS = ["Is this the same ferry?", "The log says otherwise.", "See the second paragraph."];

/** People talk about what they see, answer each other, correct themselves. */
export const TALK_DRAWS: Draws<TalkPath> = {
  "thread.open": [
    1.5,
    ({ dice, view }) => {
      if (view.threads.length >= MOST_THREADS) return null;
      const subject = subjectOf(dice, view);
      const comment = { id: dice.id(), ...remark(dice, view) };
      return subject === null ? null : { path: "thread.open", input: { ...of(dice, view), id: dice.id(), subject, comment } };
    },
  ],
  "thread.comment": [
    2,
    ({ dice, view }) => {
      const thread = dice.pick(view.threads);
      if (thread === undefined) return null;
      const said = { threadId: thread.id, id: dice.id(), ...remark(dice, view) };
      return { path: "thread.comment", input: { ...of(dice, view), ...said } };
    },
  ],
  "thread.edit": [
    1.5,
    (seat) => {
      const comment = pickComment(seat);
      if (comment === undefined) return null;
      const { dice, view } = seat;
      const said = { commentId: comment.id, baseVersion: comment.version, ...remark(dice, view) };
      return { path: "thread.edit", input: { ...of(dice, view), ...said } };
    },
  ],
  "thread.withdraw": [
    0.7,
    (seat) => {
      const comment = pickComment(seat);
      if (comment === undefined) return null;
      const { id: commentId, version: baseVersion } = comment;
      return { path: "thread.withdraw", input: { ...of(seat.dice, seat.view), commentId, baseVersion } };
    },
  ],
  "thread.resolve": [1, ({ dice, view }) => move("thread.resolve", dice, view, false)],
  "thread.reopen": [1, ({ dice, view }) => move("thread.reopen", dice, view, true)],
};

function subjectOf(dice: Dice, { claims, tags }: CaseView) {
  const claim = dice.pick(claims);
  const tag = dice.pick(tags);
  if (tag !== undefined && dice.chance(0.4)) return { kind: "tag", tagId: tag.id } as const;
  if (claim !== undefined && dice.chance(0.5)) return { kind: "claim", claimId: claim.id } as const;
  return { kind: "case" } as const;
}

function remark(dice: Dice, { people }: CaseView) {
  const named = dice.chance(0.3) ? dice.pick(people) : undefined;
  return { text: `${dice.pick(REMARKS)} ${dice.below(100)}`, mentions: named === undefined ? [] : [named.id] };
}

/** Mostly one's own, for only these can be changed. */
function pickComment({ dice, me, view }: Seat) {
  const all = view.threads.flatMap(({ comments }) => comments);
  return dice.pick(dice.chance(0.9) ? all.filter(({ authorId }) => authorId === me.id) : all);
}

function move(path: "thread.resolve" | "thread.reopen", dice: Dice, view: CaseView, isResolved: boolean) {
  const thread = dice.pick(view.threads.filter(({ resolved }) => (resolved !== null) === isResolved || dice.chance(0.1)));
  if (thread === undefined) return null;
  const input = { ...of(dice, view), threadId: thread.id, baseVersion: thread.version, reason: "As agreed." };
  return { path, input };
}
