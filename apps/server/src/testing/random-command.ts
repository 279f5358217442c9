import type { CaseChange, CaseView, Role } from "@assay/domain";
import type { inferRouterInputs } from "@trpc/server";
import type { AppRouter } from "../routers/app-router.ts";
import type { Caller } from "./desk.ts";
import type { Dice } from "./dice.ts";

type Inputs = inferRouterInputs<AppRouter>;

interface Procedures {
  "case.edit": Inputs["case"]["edit"];
  "case.putAway": Inputs["case"]["putAway"];
  "case.bringBack": Inputs["case"]["bringBack"];
  "case.setPolicy": Inputs["case"]["setPolicy"];
  "source.add": Inputs["source"]["add"];
  "source.edit": Inputs["source"]["edit"];
  "source.remove": Inputs["source"]["remove"];
  "source.restore": Inputs["source"]["restore"];
  "source.revise": Inputs["source"]["revise"];
  "claim.create": Inputs["claim"]["create"];
  "claim.edit": Inputs["claim"]["edit"];
  "claim.withdraw": Inputs["claim"]["withdraw"];
  "claim.restore": Inputs["claim"]["restore"];
  "claim.split": Inputs["claim"]["split"];
  "tag.save": Inputs["tag"]["save"];
  "tag.submit": Inputs["tag"]["submit"];
  "tag.submitMany": Inputs["tag"]["submitMany"];
  "tag.withdraw": Inputs["tag"]["withdraw"];
  "tag.restore": Inputs["tag"]["restore"];
  "tag.reaffirm": Inputs["tag"]["reaffirm"];
  "review.decide": Inputs["review"]["decide"];
  "review.approveMany": Inputs["review"]["approveMany"];
  "review.adjudicate": Inputs["review"]["adjudicate"];
  "verdict.override": Inputs["verdict"]["override"];
  "verdict.lift": Inputs["verdict"]["lift"];
  "thread.open": Inputs["thread"]["open"];
  "thread.comment": Inputs["thread"]["comment"];
  "thread.edit": Inputs["thread"]["edit"];
  "thread.withdraw": Inputs["thread"]["withdraw"];
  "thread.resolve": Inputs["thread"]["resolve"];
  "thread.reopen": Inputs["thread"]["reopen"];
  "assignment.assign": Inputs["assignment"]["assign"];
  "assignment.claim": Inputs["assignment"]["claim"];
  "assignment.change": Inputs["assignment"]["change"];
  "assignment.end": Inputs["assignment"]["end"];
  "rating.set": Inputs["rating"]["set"];
  "release.sign": Inputs["release"]["sign"];
  "release.unsign": Inputs["release"]["unsign"];
  "release.make": Inputs["release"]["make"];
  "release.correct": Inputs["release"]["correct"];
  "release.withdrawCorrection": Inputs["release"]["withdrawCorrection"];
}

export type CommandPath = keyof Procedures;
export type Command = { [Path in CommandPath]: { path: Path; input: Procedures[Path] } }[CommandPath];

/** Who acts, and what they have on their screen. */
export interface Seat {
  dice: Dice;
  me: { id: string; role: Role };
  view: CaseView;
}

/** Procedures that answer with a CaseChange, by name. */
export function send(as: Caller, { path, input }: Command): Promise<CaseChange> {
  const [noun = "", verb = ""] = path.split(".");
  const router = (as as unknown as Record<string, Record<string, (input: unknown) => Promise<CaseChange>>>)[noun];
  const procedure = router?.[verb];
  if (procedure === undefined) throw new Error(`There is no procedure ${path}`);
  return procedure(input);
}

/** Null where there is nothing to do it to. */
export type Draw = (seat: Seat) => Command | null;
export type Draws<Path extends CommandPath> = Record<Path, readonly [weight: number, draw: Draw]>;

/** What every change of a case names. */
export function of(dice: Dice, { id: caseId }: CaseView) {
  return { mutationId: dice.id(), caseId };
}
