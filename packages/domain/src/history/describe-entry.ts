import type { AnchorState } from "../anchoring/anchor.ts";
import type { EventKind } from "../event.ts";
import type { HistoryEntry } from "./history-entry.ts";
import { DEFAULT_POLICY } from "../policy.ts";
import { stateWord, verdictWord } from "../labels.ts";
import { originWords } from "../suggestion-origin.ts";
import type { TagState } from "../tag.ts";
import type { VerdictKind } from "../verdict.ts";

/** Names of what an entry is about, as the reader of the history knows them. */
export interface HistoryNames {
  /** "C5", or null where the claim is not there. */
  claim: (id: string) => string | null;
  source: (id: string) => string | null;
  person: (id: string) => string;
}

/** An entry in words: "Teo Banks" + deed. The reason is shown as it was written. */
export interface HistoryWords {
  /** What the actor did: "approved the tag of C5 in The Courier". */
  deed: string;
  /** "draft → submitted", "disputed → verified", each part in words. */
  moves: { from: string; to: string }[];
  /** Wordings to be compared word by word. */
  texts: { label: string; before: string; after: string }[];
  /** Done by a rule and not by the one whose change set it off. */
  byRule: boolean;
}

type Payload = Record<string, unknown>;

/** What happened, for a reader who knows the case and not the program (T8). */
export function describeEntry(entry: HistoryEntry, names: HistoryNames): HistoryWords {
  return {
    deed: deedOf(entry, names),
    moves: movesOf(entry, names),
    texts: textsOf(entry),
    byRule: entry.kind === "tag.staled" || entry.kind === "tag.accepted" || entry.kind === "cell.opened",
  };
}

function deedOf(entry: HistoryEntry, names: HistoryNames): string {
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
    "case.imported": `imported the case from an archive of ${deskName(payload)}`,
    "source.added": `added ${s}`,
    "source.edited": `edited the details of ${s}`,
    "source.revised": `stored revision ${revisionNumber(payload)} of ${s}${passagesWord(payload)}`,
    "source.removed": `removed ${s}`,
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

function movesOf({ kind, payload, previous }: HistoryEntry, names: HistoryNames): HistoryWords["moves"] {
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

function textsOf({ kind, payload, previous }: HistoryEntry): HistoryWords["texts"] {
  const texts: HistoryWords["texts"] = [];
  const add = (label: string, before: unknown, after: unknown) => {
    const [from, to] = [text(before), text(after)];
    if (from !== to) texts.push({ label, before: from, after: to });
  };
  const [before, after] = [fields(payload.before), fields(payload.after)];
  switch (kind) {
    case "claim.created":
      add("Wording", "", payload.text);
      break;
    case "claim.edited":
      add("Wording", before.text, after.text);
      break;
    case "tag.created":
    case "tag.edited":
    case "tag.reaffirmed":
      add("Rationale", previous?.rationale, payload.rationale);
      add("Evidence", evidence(previous?.evidence), evidence(payload.evidence));
      add("Search terms", terms(previous?.attestation), terms(payload.attestation));
      break;
    case "comment.edited":
      add("Comment", payload.before, payload.text);
      break;
    case "thread.opened":
    case "comment.added":
      add("Comment", "", payload.text);
      break;
    case "rating.set":
      add("Justification", previous?.justification, payload.justification);
      break;
    case "correction.added":
      add("What", "", payload.what);
      add("Why", "", payload.why);
      break;
    case "case.edited":
      add("Title", previous?.title, payload.title);
      add("Summary", previous?.summary, payload.summary);
      break;
    case "source.edited": {
      const [old, fresh] = [fields(previous?.meta), fields(payload.meta)];
      for (const [key, label] of Object.entries(META_WORDS)) add(label, old[key], fresh[key]);
      break;
    }
    default:
      break;
  }
  return texts;
}

const META_WORDS: Record<string, string> = {
  title: "Title",
  publisher: "Publisher",
  author: "Author",
  url: "Address",
  publishedAt: "Published",
  retrievedAt: "Retrieved",
  kind: "Kind",
  language: "Language",
  independenceGroup: "Independence group",
};

function evidence(passages: unknown): string {
  if (!Array.isArray(passages)) return "";
  return passages.map((passage: unknown) => text(fields(passage).exact)).join("\n");
}

function terms(attestation: unknown): string {
  const { searchTerms } = fields(attestation);
  return Array.isArray(searchTerms) ? searchTerms.join(", ") : "";
}

function fields(value: unknown): Payload {
  return typeof value === "object" && value !== null ? (value as Payload) : {};
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Where an imported case was before; what its log says up to there is that desk's word. */
function deskName({ from }: Payload): string {
  const name = typeof from === "object" && from !== null && "workspace" in from ? text(from.workspace) : "";
  return name === "" ? "another desk" : `“${name}”`;
}
