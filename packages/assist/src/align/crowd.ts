import type { AssistClaim } from "../suggestion.ts";
import type { CaseIndex } from "./case-index.ts";
import { meet, passageFeatures, plainScore, queryOf } from "./passage-features.ts";

/** The two claims of the case that each passage meets best: what belongs to another claim hardly speaks of this one. */
export interface Crowd {
  best: Float32Array;
  second: Float32Array;
  /** Id of the claim that `best` is of. */
  owner: (string | null)[];
}

const crowds = new WeakMap<CaseIndex, Crowd>();

/** Made once a case. Without a list of claims nothing competes. */
export function crowdOf(index: CaseIndex): Crowd {
  let crowd = crowds.get(index);
  if (crowd === undefined) crowds.set(index, (crowd = gather(index, index.claims)));
  return crowd;
}

function gather(index: CaseIndex, claims: readonly AssistClaim[]): Crowd {
  const count = index.passages.length;
  const crowd: Crowd = { best: new Float32Array(count), second: new Float32Array(count), owner: Array<string | null>(count).fill(null) };
  for (const { id, text } of claims) {
    const query = queryOf(index, text);
    const met = meet(index, query.words);
    for (let source = 0; source < index.sources.length; source++) {
      for (const { passage, row } of passageFeatures(index, query, met, source)) {
        const score = plainScore(row);
        if (score > (crowd.best[passage.index] ?? 0)) {
          crowd.second[passage.index] = crowd.best[passage.index] ?? 0;
          crowd.best[passage.index] = score;
          crowd.owner[passage.index] = id;
        } else if (score > (crowd.second[passage.index] ?? 0)) crowd.second[passage.index] = score;
      }
    }
  }
  return crowd;
}

/** The best score that another claim has with a passage. */
export function rivalOf(crowd: Crowd, passage: number, claim: string): number {
  return (crowd.owner[passage] === claim ? crowd.second[passage] : crowd.best[passage]) ?? 0;
}
