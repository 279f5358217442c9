import { DEFAULT_POLICY, STANCES, isStance, verdictOf } from "@assay/domain";
import type { Vote } from "@assay/domain";
import { eachJsonLine, isRecord, kindOf, nameIn } from "../json-lines.ts";
import { print } from "../print.ts";
import { wholeNumber } from "../whole-number.ts";

export interface VerdictCommandOptions {
  votes: string;
  threshold?: string;
}

/** Derives a verdict from each line of votes, by the rule that cases are judged by. Works without a server. */
export async function showVerdicts(options: VerdictCommandOptions): Promise<void> {
  const threshold = wholeNumber("--threshold", options.threshold, DEFAULT_POLICY.independenceThreshold, 1_000_000);
  let answer = "";
  await eachJsonLine(options.votes, (value) => {
    const record = value as { id?: unknown; votes?: unknown };
    const id = nameIn(record, "id");
    if ("wrong" in id) return id.wrong;
    const votes = votesOf(record.votes);
    if (typeof votes === "string") return votes;
    answer += `${JSON.stringify({ id: record.id, verdict: verdictOf(votes, threshold) })}\n`;
    return null;
  });
  await print(answer);
}

function votesOf(given: unknown): Vote[] | string {
  if (given === undefined) return '"votes" is missing';
  if (!Array.isArray(given)) return `"votes" is ${kindOf(given)}, not a list`;
  const votes: Vote[] = [];
  for (const [at, vote] of (given as unknown[]).entries()) {
    const which = `vote ${at + 1}`;
    if (!isRecord(vote)) return `${which} is ${kindOf(vote)}, not an object`;
    const group = nameIn(vote, "group");
    if ("wrong" in group) return `${which}: ${group.wrong}`;
    const { stance } = vote as { stance?: unknown };
    if (!isStance(stance)) return `${which}: "stance" has to be one of ${STANCES.join(", ")}`;
    votes.push({ group: group.name, stance });
  }
  return votes;
}
