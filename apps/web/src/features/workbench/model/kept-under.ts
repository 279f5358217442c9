import { claimLabel, sourceName } from "@assay/domain";
import type { CaseView, ClaimView } from "@assay/domain";
import { newThreadKey } from "../../threads/model/thread-place.ts";
import { unsentComment } from "../../threads/use-comment-draft.ts";
import { readRationale } from "./rationale-draft.ts";
import { readWording } from "./wording-draft.ts";

export interface KeptWords {
  /** What they were to become: "Wording of C5". */
  label: string;
  text: string;
}

/** What this person was writing under a claim, and had not saved, when somebody withdrew it: kept on this device (T7). */
export function keptUnder(view: CaseView, meId: string, claim: ClaimView): KeptWords[] {
  const label = claimLabel(claim);
  const name = (sourceId: string) => {
    const source = view.sources.find(({ id }) => id === sourceId);
    return source === undefined ? "a source" : sourceName(source);
  };
  const tags = view.tags.filter(({ claimId }) => claimId === claim.id);
  const wording = readWording(view.id, claim).text;
  const cells = [...tags.map(({ id, sourceId }) => ({ tagId: id, sourceId })), ...view.sources.map(({ id }) => ({ tagId: null, sourceId: id }))];
  const kept: KeptWords[] = [
    { label: `Wording of ${label}`, text: wording === claim.text ? "" : wording },
    { label: `Thread on ${label}`, text: unsentComment(newThreadKey(view.id, { kind: "claim", claimId: claim.id })) },
    ...tags
      .filter(({ authorId }) => authorId === meId)
      .map((tag) => {
        const { text, base } = readRationale(view.id, tag);
        return { label: `Rationale of ${label} in ${name(tag.sourceId)}`, text: text === base ? "" : text };
      }),
    ...cells.map((cell) => ({
      label: `Thread on ${label} in ${name(cell.sourceId)}`,
      text: unsentComment(newThreadKey(view.id, { kind: "cell", claimId: claim.id, ...cell })),
    })),
  ];
  return kept.filter(({ text }) => text.trim() !== "");
}
