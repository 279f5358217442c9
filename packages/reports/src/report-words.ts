import type { VerdictKind } from "@assay/domain";
import { verdictWord } from "@assay/domain";
import { longDate } from "./dates.ts";
import { capitalised, counted, figure, inWords } from "./prose.ts";
import type { ReportSnapshot } from "./snapshot/report-snapshot.ts";

/** The standfirst: the whole report in three sentences, worked out from its counts. */
export function standfirst({ counts }: ReportSnapshot): string {
  if (counts.claims === 0 || counts.sources === 0) {
    const read = capitalised(counted(counts.sources, "source was read", "sources were read"));
    const held = counted(counts.claims, "claim is", "claims are");
    return `${read}; ${held} in this report. There is nothing to compare yet.`;
  }
  const set = counts.claims === 1 ? "one claim was set" : `${inWords(counts.claims)} claims were set`;
  const each = counts.sources === 1 ? "against it" : "against each of them";
  const read = capitalised(counted(counts.sources, "source was read", "sources were read"));
  return `${read} and ${set} ${each}. ${verdictSentence(counts.verdicts)}`;
}

const FINDINGS: readonly [kind: VerdictKind, one: string, many: string][] = [
  ["corroborated", "is corroborated by independent sources", "are corroborated by independent sources"],
  ["supported", "is supported", "are supported"],
  ["single_source", "rests on one origin alone", "rest on one origin alone"],
  ["conflicting", "sets the sources against each other", "set the sources against each other"],
  ["refuted", "is refuted", "are refuted"],
  ["not_enough_evidence", "has not enough evidence either way", "have not enough evidence either way"],
];

function verdictSentence(verdicts: Record<VerdictKind, number>): string {
  const parts = FINDINGS.filter(([kind]) => verdicts[kind] > 0).map(
    ([kind, one, many]) => `${inWords(verdicts[kind])} ${verdicts[kind] === 1 ? one : many}`,
  );
  return capitalised(`${parts.join("; ")}.`);
}

/** "10 single-source, 11 conflicting": every verdict but the leading one, for the figures band. */
export function verdictTally(verdicts: Record<VerdictKind, number>, without: VerdictKind): string {
  return FINDINGS.filter(([kind]) => kind !== without && verdicts[kind] > 0)
    .map(([kind]) => `${verdicts[kind]} ${verdictWord(kind)}`)
    .join(", ");
}

/** How the desk works, in the words every format prints. */
export function method({ policy, counts }: ReportSnapshot): string[] {
  const reviewer = policy.selfReview ? "a member of the desk" : "a teammate";
  const needed = policy.independenceThreshold;
  const rule =
    needed <= 0
      ? "A claim is supported once one origin verifies it."
      : `A claim is corroborated when ${inWords(needed)} or more independent origins verify it.`;
  const origins = counted(counts.independenceGroups, "origin", "origins");
  const shared =
    counts.independenceGroups < counts.sources
      ? `: the ${inWords(counts.sources)} sources here come from ${origins}`
      : "";
  const blind =
    policy.requiredTags < 2
      ? []
      : [
          `Each cell takes ${inWords(policy.requiredTags)} tags by different people, who do not see each other’s work ` +
            "until all are in. Where they differ, a lead adjudicates; where they agree, " +
            `${policy.autoAccept ? "the policy approves them" : `${reviewer} reviews them`}.`,
        ];
  return [
    "Each source was stored as it was received and is never altered. Every judgement is one person’s reading of one " +
      `claim in one source, and ${reviewer} reviewed it before it counted; the report names both.`,
    "Verified means that this source says so. Disputed means that it denies the claim or gives another value. " +
      "Missing means that the whole text was read and does not address the claim; the terms that were searched for " +
      "are printed with it. None of the three says what is true. Where a source only passes on what somebody else " +
      "says, the judgement is called attributed.",
    ...blind,
    `${rule} Sources that share an origin count once${shared}. A silent source counts neither for nor against, and a ` +
      "cell that is not settled changes no verdict.",
  ];
}

/** Number and hash of the log's end tell whether anything happened that one may not see (B1). */
export const NO_HASH = "the log’s position and hash are printed once every cell has opened.";

export const VERIFY_STEPS: readonly string[] = [
  "Offsets count UTF-16 code units in the source’s text, from 0; the passage is the text between " +
    "them, to the character.",
  "The sha256 of a source is that of its text in UTF-8, with lines ended by a line feed. The JSON export of this " +
    "report holds every value printed here.",
  "Every entry of the case’s log carries a hash over itself and the entry before it, so that the hash printed here " +
    "vouches for the whole history up to it.",
];

/** What holds for every report, and for a release what its sha256 is over. */
export function verifySteps({ release }: ReportSnapshot): string[] {
  if (release === undefined) return [...VERIFY_STEPS];
  return [
    `Release ${figure(release.number)} is frozen: its files are the same, to the byte, whenever they are downloaded. ` +
      "Its sha256 is that of its JSON export in canonical JSON (RFC 8785), with the field release.sha256 left out; " +
      "“assay verify --release FILE” works it out.",
    ...VERIFY_STEPS,
  ];
}

/** "Release 2 · 11 October 2026, 09.31 UTC", or only the date where nothing was released. */
export function issueLine(snapshot: ReportSnapshot): string {
  const { release } = snapshot;
  const date = longDate(release?.releasedAt ?? snapshot.generatedAt);
  return release === undefined ? date : `Release ${figure(release.number)} · ${date}`;
}
