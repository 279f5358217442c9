import { adjudicatorsAreNoParty, approvalsHold, nobodyReviewsTheirOwn } from "./approval-rules.ts";
import { reviewsBindToWhatTheySaw, tagsStandOnTodaysText } from "./approval-rules.ts";
import { cellsOpenWhenTheyAreFull, laterWordsAreMarked } from "./blind-rules.ts";
import type { Check, Step } from "./check.ts";
import { logIsWhole, refusalsChangeNothing } from "./log-rules.ts";
import { decisionsAreOfTodaysWords, noVersionIsHandedInAgain, silenceIsOfTodaysText } from "./standing-rules.ts";
import { movesAreAllowed, movesAreRecorded, nothingVanishes } from "./tag-rules.ts";
import { oldVersionsStay, submittedTagsAreWhole } from "./tag-rules.ts";
import type { World } from "./world.ts";

/** A rule of the design that a change broke, and how. */
export interface BrokenRule {
  rule: string;
  how: string;
}

/**
 * The rules as they are written in the design, said a second time and without the product's own code for them: on the
 * rows that are stored, not on what a service answers.
 */
const RULES: Record<string, Check> = {
  T1: oldVersionsStay,
  "T2 T3 T9 A2": movesAreAllowed,
  T4: nobodyReviewsTheirOwn,
  T5: reviewsBindToWhatTheySaw,
  T6: approvalsHold,
  "T6 X4": tagsStandOnTodaysText,
  T7: nothingVanishes,
  T8: movesAreRecorded,
  "S1 S2 S3 S5": submittedTagsAreWhole,
  "S3 T6": silenceIsOfTodaysText,
  "T2 T3 T9": noVersionIsHandedInAgain,
  "T6 V4": decisionsAreOfTodaysWords,
  A1: adjudicatorsAreNoParty,
  B2: cellsOpenWhenTheyAreFull,
  B3: laterWordsAreMarked,
  "E1 E2": logIsWhole,
  "E4 E5": refusalsChangeNothing,
};

export function brokenRules(before: World, after: World, step: Step): BrokenRule[] {
  return Object.entries(RULES).flatMap(([rule, check]) =>
    check(before, after, step).flatMap((how) => (how === null ? [] : [{ rule, how }])),
  );
}
