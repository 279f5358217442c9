import type { CaseChange } from "../case-view.ts";
import type { ForeseenInputs, ForeseenProcedure } from "./foreseen-input.ts";
import type { Foresight } from "./foresight.ts";
import { foreseeCreateClaim, foreseeEditClaim, foreseeRestoreClaim, foreseeWithdrawClaim } from "./foresee-claim.ts";
import { foreseeEditCase, foreseeEditSource, foreseeLift, foreseeOverride } from "./foresee-rest.ts";
import { foreseeAdjudicate, foreseeDecide } from "./foresee-review.ts";
import {
  foreseeReaffirm,
  foreseeRestore,
  foreseeSave,
  foreseeSubmit,
  foreseeSubmitMany,
  foreseeWithdraw,
} from "./foresee-tag.ts";
import {
  foreseeComment,
  foreseeEditComment,
  foreseeOpenThread,
  foreseeReopen,
  foreseeResolve,
  foreseeWithdrawComment,
} from "./foresee-thread.ts";

const FORESEE: {
  [Procedure in ForeseenProcedure]: (sight: Foresight, input: ForeseenInputs[Procedure]) => CaseChange | null;
} = {
  "tag.save": foreseeSave,
  "tag.submit": foreseeSubmit,
  "tag.submitMany": foreseeSubmitMany,
  "tag.withdraw": foreseeWithdraw,
  "tag.restore": foreseeRestore,
  "tag.reaffirm": foreseeReaffirm,
  "claim.create": foreseeCreateClaim,
  "claim.edit": foreseeEditClaim,
  "claim.withdraw": foreseeWithdrawClaim,
  "claim.restore": foreseeRestoreClaim,
  "review.decide": foreseeDecide,
  "review.adjudicate": foreseeAdjudicate,
  "verdict.override": foreseeOverride,
  "verdict.lift": foreseeLift,
  "source.edit": foreseeEditSource,
  "thread.open": foreseeOpenThread,
  "thread.comment": foreseeComment,
  "thread.edit": foreseeEditComment,
  "thread.withdraw": foreseeWithdrawComment,
  "thread.resolve": foreseeResolve,
  "thread.reopen": foreseeReopen,
  "case.edit": foreseeEditCase,
};

/**
 * What the server will answer to a mutation, as far as this case shows it; to be laid over the view until the answer is
 * there. Ids and times that the server gives are guessed. Null where the server would refuse, where the change is in
 * the view already (its answer was lost on the way), and for procedures that only the server can work out.
 *
 * `input` is what was sent under this procedure, kept on a device maybe for days: the server judges it, not this.
 */
export function foreseeChange(procedure: string, input: unknown, sight: Foresight): CaseChange | null {
  if (!isForeseen(procedure)) return null;
  return (FORESEE[procedure] as (sight: Foresight, input: unknown) => CaseChange | null)(sight, input);
}

export function isForeseen(procedure: string): procedure is ForeseenProcedure {
  return Object.hasOwn(FORESEE, procedure);
}
