import type { AnchorState } from "../anchoring/anchor.ts";
import type { EventKind } from "../event.ts";
import { verdictWord } from "../labels.ts";
import { originWords } from "../suggestion-origin.ts";
import type { VerdictKind } from "../verdict.ts";
import type { HistoryNames } from "./history-words.ts";
import type { HistoryEntry } from "./history-entry.ts";
import { fields, text } from "./payload-fields.ts";
import type { Payload } from "./payload-fields.ts";

/** What the actor did: "approved the tag of C5 in The Courier". */
export function deedOf(entry: HistoryEntry, names: HistoryNames): string {
  const { kind, payload, subject } = entry;
  const claim = names.claim(kind.startsWith("claim.") || kind.startsWith("verdict.") ? subject : text(payload.claimId));
  const source = names.source(kind.startsWith("source.") ? subject : text(payload.sourceId));
  const cell = [claim, source].filter((part) => part !== null).join(" in ") || "a cell";
  const c = claim ?? "a claim";
  const s = source ?? "a source";
  const about = [claim, source].filter((part) => part !== null).join(" in ") || "the case";
  const deeds: Record<EventKind, string> = {
    "case.created": "began the case",
    "case.edited": "edited title or summary of the case",
    "case.put_away": "put the case away",
    "case.brought_back": "brought the case back",
    "case.imported": `imported the case from an archive of ${deskName(payload)}`,
    "source.added": `added ${s}`,
    "source.edited": `edited the details of ${s}`,
    "source.revised": `stored revision ${revisionNumber(payload)} of ${s}${passagesWord(payload)}`,
    "source.removed": `took ${s} out of the case`,
    "source.restored": `put ${s} back into the case`,
    "claim.created": `added ${c}${fromSuggestion(payload)}`,
    "claim.edited": `edited ${c}`,
    "claim.withdrawn": `withdrew ${c}`,
    "claim.restored": `restored ${c}`,
    "claim.split": `split ${c}`,
    "tag.created": `tagged ${cell} ${text(payload.stance)}${fromSuggestion(payload)}`,
    "tag.edited": `edited the tag of ${cell}${fromSuggestion(payload)}`,
    "tag.submitted": `submitted the tag of ${cell}`,
    "tag.withdrawn": `withdrew the tag of ${cell}`,
    "tag.restored": `restored the tag of ${cell}`,
    "tag.reaffirmed": `reaffirmed the tag of ${cell}`,
    "tag.staled": `a tag of ${cell} became stale`,
    "cell.opened": `${cell} opened: its blind tags can be seen`,
    "tag.reviewed": `${reviewed(payload)} ${cell}`,
    "tag.adjudicated": `${ruled(payload)} ${cell}`,
    "tag.accepted": `a tag of ${cell} was accepted: the blind tags agree`,
    "verdict.overridden": `set the verdict of ${c} to ${verdictName(payload.verdict)}`,
    "verdict.restored": `lifted the override of ${c}: the derived verdict stands again`,
    "report.exported": "exported a report",
    "report.edited": `edited the report${changedBlocks(payload)}`,
    "policy.changed": payload.of === "workspace" ? "changed the policy of the desk" : "changed the policy of this case",
    "assignment.created": `asked ${names.person(text(payload.assigneeId))} to ${work(payload)} ${about}`,
    "assignment.changed": `changed the assignment to ${work(payload)} ${about}`,
    "assignment.ended": `ended the assignment of ${names.person(text(payload.assigneeId))} to ${work(payload)} ${about}`,
    "thread.opened": `opened a thread on ${about}`,
    "thread.resolved": `resolved a thread on ${about}`,
    "thread.reopened": `reopened a thread on ${about}`,
    "comment.added": `commented on ${about}`,
    "comment.edited": `edited a comment on ${about}`,
    "comment.withdrawn": `withdrew a comment on ${about}`,
    "rating.set": `rated ${rated(claim)} “${text(payload.label)}”`,
    "rating.lifted": `lifted the rating of ${rated(claim)}`,
    "scale.changed": "changed the rating scale of the desk",
    "release.signed": "signed off the report",
    "release.unsigned": "took back a signature",
    "release.made": `released the report${numbered(payload, " as")}`,
    "correction.added": `wrote a correction of ${rated(claim)}`,
    "correction.withdrawn": `withdrew a correction of ${rated(claim)}`,
    "share.created": `made a link to${numbered(payload, "")}`,
    "share.revoked": `revoked a link to${numbered(payload, "")}`,
    "suggestion.dismissed": `dismissed ${suggestions(payload)}`,
    "suggestion.restored": `brought back ${suggestions(payload)}`,
  };
  return deeds[kind];
}

/** ", from a suggestion of the built-in reader", where the person accepted one in this very step. */
function fromSuggestion({ suggestion }: Payload): string {
  const { provider, version } = fields(suggestion);
  return typeof provider === "string" ? `, from ${originWords({ provider, version: text(version) })}` : "";
}

/** "a suggested claim", "12 suggestions" */
function suggestions({ items }: Payload): string {
  const [first, ...more] = Array.isArray(items) ? (items as unknown[]) : [];
  if (more.length > 0) return `${more.length + 1} suggestions`;
  return SUGGESTED[text(fields(first).kind)] ?? "a suggestion";
}

const SUGGESTED: Record<string, string> = {
  claim: "a suggested claim",
  cell: "the suggestion for a cell",
  difference: "a suggested difference",
  quote: "a suggested pair of quotations",
  merge: "a suggested merge of claims",
  split: "a suggested split of a claim",
  independence: "a suggested independence group",
  contradiction: "a suggested contradiction",
};

/** " as release 2" */
function numbered({ number }: Payload, how: string): string {
  return typeof number === "number" ? `${how} release ${number}` : `${how} a release`;
}

function rated(claim: string | null): string {
  return claim ?? "the piece";
}

function reviewed({ decision, proposedStance }: Payload): string {
  if (decision === "approve") return "approved the tag of";
  if (decision === "request_changes") return "asked for changes to the tag of";
  if (decision === "comment") return "remarked on the tag of";
  const proposal = typeof proposedStance === "string" ? `, proposing ${proposedStance},` : "";
  return `challenged${proposal} the tag of`;
}

function ruled({ outcome, stance }: Payload): string {
  if (outcome === "uphold") return "upheld the tag of";
  if (outcome === "insufficient") return "found the evidence not sufficient for the tag of";
  if (outcome === "split_claim") return "split the claim of";
  return `overturned, in favour of ${text(stance)}, the tag of`;
}

function revisionNumber({ revision }: Payload): string {
  return String(fields(revision).number ?? "");
}

/** What became of the passages, where there were any: ": of its passages 12 unchanged, 2 changed, 1 not found". */
function passagesWord({ passages }: Payload): string {
  const counts = fields(passages);
  const of = (...states: AnchorState[]) => states.reduce((sum, state) => sum + Number(counts[state] ?? 0), 0);
  const parts = [
    [of("exact", "moved"), "unchanged"],
    [of("fuzzy"), "changed"],
    [of("ambiguous", "orphaned"), "not found"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return said.length === 0 ? "" : `: of its passages ${said.join(", ")}`;
}

/** ": 2 blocks added, 1 removed", where blocks came or went; its prose is in the report itself. */
function changedBlocks({ blocks }: Payload): string {
  const { added, removed } = fields(blocks);
  const parts = [
    [Number(added ?? 0), "added"],
    [Number(removed ?? 0), "removed"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return said.length === 0 ? "" : `: blocks ${said.join(", ")}`;
}

const WORK: Record<string, string> = { tag: "tag", review: "review", adjudicate: "adjudicate" };

function work({ kind }: Payload): string {
  return WORK[text(kind)] ?? "work on";
}

function verdictName(verdict: unknown): string {
  return typeof verdict === "string" ? verdictWord(verdict as VerdictKind) : "another";
}

/** Where an imported case was before; what its log says up to there is that desk's word. */
function deskName({ from }: Payload): string {
  const name = typeof from === "object" && from !== null && "workspace" in from ? text(from.workspace) : "";
  return name === "" ? "another desk" : `“${name}”`;
}
