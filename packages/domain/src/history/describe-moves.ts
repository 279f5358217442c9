import { stateWord } from "../labels.ts";
import { DEFAULT_POLICY } from "../policy.ts";
import type { TagState } from "../tag.ts";
import type { HistoryNames, HistoryWords } from "./history-words.ts";
import type { HistoryEntry } from "./history-entry.ts";
import { fields } from "./payload-fields.ts";

/** What became what: "draft → submitted", "disputed → verified", each part in words. */
export function movesOf({ kind, payload, previous }: HistoryEntry, names: HistoryNames): HistoryWords["moves"] {
  const moves: HistoryWords["moves"] = [];
  const add = (from: unknown, to: unknown, word: (value: string) => string = (value) => value) => {
    if (typeof from === "string" && typeof to === "string" && from !== to) moves.push({ from: word(from), to: word(to) });
  };
  if (kind === "tag.edited" || kind === "tag.reaffirmed") add(previous?.stance, payload.stance);
  if (kind.startsWith("tag.")) add(payload.from, payload.to, (state) => stateWord(state as TagState));
  if (kind === "assignment.changed") {
    const [before, after] = [fields(payload.before), fields(payload.after)];
    add(before.assigneeId, after.assigneeId, names.person);
    add(dueWord(before.dueOn), dueWord(after.dueOn));
  }
  if (kind === "claim.edited") {
    const [before, after] = [fields(payload.before), fields(payload.after)];
    add(before.type, after.type);
    add(before.claimant || "no claimant", after.claimant || "no claimant");
  }
  if (kind === "policy.changed") {
    const [before, after] = [fields(payload.before), fields(payload.after)];
    for (const key of Object.keys(DEFAULT_POLICY) as (keyof typeof POLICY_WORDS)[]) {
      add(POLICY_WORDS[key](before[key]), POLICY_WORDS[key](after[key]));
    }
  }
  return moves;
}

const onOff = (what: string) => (value: unknown) => `${what} ${value === true ? "on" : "off"}`;
const counted = (what: string) => (value: unknown) => `${what} ${String(value)}`;

const POLICY_WORDS: Record<keyof typeof DEFAULT_POLICY, (value: unknown) => string> = {
  selfReview: onOff("self-review"),
  independenceThreshold: counted("groups that corroborate"),
  requiredTags: counted("tags a cell needs"),
  autoAccept: onOff("auto-accept"),
  signOffs: counted("sign-offs"),
};

function dueWord(due: unknown): string {
  return typeof due === "string" && due !== "" ? `due ${due}` : "no due date";
}
