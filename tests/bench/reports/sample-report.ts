import { buildSnapshot } from "@assay/reports";
import type { ReportSnapshot } from "@assay/reports";
import { DEFAULT_POLICY, makeAnchor, UNPUBLISHED } from "@assay/domain";
import type { CaseView, ClaimView, RevisionText, SourceView, Stance, TagView } from "@assay/domain";

const DAY = "2026-03-02T10:00:00.000Z";
const STANCES: readonly Stance[] = ["verified", "verified", "disputed", "missing", "verified"];

/** A settled case of so many claims by so many sources: every claim has its sentence in every source's text. */
export function sampleReport(claimCount: number, sourceCount: number): ReportSnapshot {
  const sentences = Array.from({ length: claimCount }, (_, index) => sentenceOf(index));
  const text = sentences.join("\n");
  const texts = Array.from({ length: sourceCount }, (_, index) => revisionText(index, text));
  const sources = texts.map((revision, index) => sourceOf(index, revision));
  const claims = sentences.map((sentence, index) => claimOf(index, sentence));
  const starts: number[] = [];
  let at = 0;
  for (const sentence of sentences) {
    starts.push(at);
    at += sentence.length + 1;
  }
  const tags = claims.flatMap((claim, index) =>
    sources.map((source, column) => tagOf(claim, source, text, starts[index] ?? 0, sentences[index] ?? "", index + column)),
  );
  const view: CaseView = {
    id: "case-1",
    workspaceId: "workspace-1",
    workspaceName: "The Estuary Desk",
    title: "Flood gates at Marrow Point",
    summary: "What was said about the flood gates, and by whom.",
    version: 1,
    createdAt: DAY,
    lastEvent: 100_000,
    lastHash: "ab".repeat(32),
    policy: DEFAULT_POLICY,
    ownPolicy: {},
    people: [
      { id: "ana", name: "Ana Marsh", role: "annotator" },
      { id: "teo", name: "Teo Lindgren", role: "reviewer" },
    ],
    sources,
    claims,
    tags,
    reviews: tags.map((tag, index) => ({
      id: `review-${index}`,
      tagId: tag.id,
      tagVersion: 1,
      reviewerId: "teo",
      decision: "approve",
      reason: "",
      proposedStance: null,
      createdAt: DAY,
    })),
    adjudications: [],
    overrides: [],
    openings: [],
    assignments: [],
    threads: [],
    ...UNPUBLISHED,
    removedSources: [],
    archivedAt: null,
  };
  const scope = { claimIds: "all", sourceIds: "all", settledOnly: false } as const;
  return buildSnapshot({ view, texts, title: view.title, scope, now: DAY, generator: "Assay bench" });
}

const WHO = ["the harbour board", "Councillor Imre Vass", "a spokeswoman", "the insurer", "two engineers"];
const WHAT = ["closed the outer gate", "moved the pumps", "warned the lower town", "signed the inspection", "left the weir open"];

function sentenceOf(index: number): string {
  const who = WHO[index % WHO.length] ?? "";
  const what = WHAT[(index * 3) % WHAT.length] ?? "";
  return `On day ${index + 1} ${who} ${what} at ${(index % 12) + 1} o’clock, ${index * 7 + 3} minutes before the crest came.`;
}

function revisionText(index: number, text: string): RevisionText {
  const blocks: RevisionText["blocks"] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    blocks.push({ kind: "paragraph", start, end: start + line.length });
    start += line.length + 1;
  }
  return { id: `revision-${index}`, sourceId: `source-${index}`, sha256: String(index).padStart(64, "0"), text, blocks };
}

function sourceOf(index: number, text: RevisionText): SourceView {
  const revision: SourceView["revision"] = {
    id: text.id,
    number: 1,
    sha256: text.sha256,
    length: text.text.length,
    completeness: "full",
    originalName: `source-${index}.html`,
    createdBy: "ana",
    createdAt: DAY,
  };
  return {
    id: `source-${index}`,
    number: index + 1,
    version: 1,
    title: `The night of the gates, part ${index + 1}`,
    publisher: `The ${["Courier", "Wire", "Bulletin", "Chronicle"][index % 4] ?? ""} ${index + 1}`,
    author: "I. Sand",
    url: `https://paper-${index}.example/gates`,
    publishedAt: "2026-03-01",
    retrievedAt: "2026-03-02",
    kind: "article",
    language: "en-GB",
    independenceGroup: index % 3 === 0 ? "Wire" : "",
    createdBy: "ana",
    createdAt: DAY,
    revision,
    revisions: [revision],
  };
}

function claimOf(index: number, text: string): ClaimView {
  return {
    id: `claim-${index}`,
    number: index + 1,
    version: 1,
    text,
    type: "event",
    claimant: index % 4 === 0 ? "Imre Vass" : "",
    parentId: null,
    withdrawn: false,
    createdBy: "ana",
    createdAt: DAY,
    updatedAt: DAY,
  };
}

function tagOf(claim: ClaimView, source: SourceView, text: string, start: number, sentence: string, turn: number): TagView {
  const stance = STANCES[turn % STANCES.length] ?? "verified";
  const anchor = makeAnchor(text, start + 7, start + sentence.length - 30);
  const role = stance === "disputed" ? "refutes" : "supports";
  return {
    id: `${claim.id}-${source.id}`,
    claimId: claim.id,
    sourceId: source.id,
    revisionId: source.revision.id,
    authorId: "ana",
    state: "approved",
    version: 1,
    claimVersion: 1,
    stateReason: "",
    postReveal: false,
    stance,
    attributed: turn % 7 === 0 && stance !== "missing",
    confidence: "high",
    rationale: turn % 5 === 0 ? "Gives the hour and the minutes flat." : "",
    evidence: stance === "missing" ? [] : [{ id: `${claim.id}-${source.id}-e`, role, ...anchor }],
    attestation:
      stance === "missing"
        ? { revisionSha256: source.revision.sha256, readInFull: true, searchTerms: ["gate", "crest"] }
        : null,
    createdAt: DAY,
    versionAt: DAY,
    updatedAt: DAY,
  };
}
