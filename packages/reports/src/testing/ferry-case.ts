import type { Block, CaseView, ClaimView, Evidence, RevisionText, SourceView, TagView } from "@assay/domain";
import { DEFAULT_POLICY, UNPUBLISHED, makeAnchor } from "@assay/domain";
import type { SnapshotInput } from "../snapshot/snapshot-input.ts";

/**
 * A small invented case with one of everything: the car ferry Corrie Lark runs aground. Two of its three sources
 * share an origin; its cells are settled, waiting, contested, overturned, and empty.
 */

const TEXTS = [
  "Ferry aground off Carrow\n\nThe Corrie Lark struck Sallow Bank at 7.12 p.m. with 186 passengers aboard. " +
    "Capt. Ines Varga said the wheel “went slack”. Nobody was hurt.",
  "The ferry struck the bank shortly after seven, an agency reported. All 184 passengers were landed.",
  "1912 aground Sallow Bank, 186 pax\n1940 first boat alongside 🛟",
];

export const NOW = "2026-10-11T09:44:00.000Z";

export function sha(number: number): string {
  return number.toString(16).padStart(64, "0");
}

function at(minute: number): string {
  return new Date(Date.UTC(2026, 9, 9, 8, minute)).toISOString();
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    blocks.push({ kind: "paragraph", start: match.index, end: match.index + match[0].length });
  }
  return blocks;
}

export function ferryTexts(): RevisionText[] {
  return TEXTS.map((text, index) => ({
    id: `revision-${index + 1}`,
    sourceId: `source-${index + 1}`,
    sha256: sha(index + 1),
    text,
    blocks: blocksOf(text),
  }));
}

function source(number: number, meta: Partial<SourceView>): SourceView {
  const revision = {
    id: `revision-${number}`,
    number: 1,
    sha256: sha(number),
    length: TEXTS[number - 1]?.length ?? 0,
    completeness: "full",
    originalName: null,
    createdBy: "ana",
    createdAt: at(number),
  } as const;
  return {
    id: `source-${number}`,
    number,
    version: 1,
    title: "",
    publisher: "",
    author: "",
    url: "",
    publishedAt: null,
    retrievedAt: null,
    kind: "article",
    language: "en-GB",
    independenceGroup: "",
    createdBy: "ana",
    createdAt: at(number),
    revision,
    revisions: [revision],
    ...meta,
  };
}

function claim(number: number, text: string, more: Partial<ClaimView> = {}): ClaimView {
  return {
    id: `claim-${number}`,
    number,
    version: 1,
    text,
    type: "number",
    claimant: "",
    parentId: null,
    withdrawn: false,
    createdBy: "ana",
    createdAt: at(10),
    updatedAt: at(10),
    ...more,
  };
}

function passage(sourceNumber: number, words: string, role: Evidence["role"] = "supports"): Evidence {
  const text = TEXTS[sourceNumber - 1] ?? "";
  const start = text.indexOf(words);
  return { id: `evidence-${sourceNumber}-${start}`, role, ...makeAnchor(text, start, start + words.length) };
}

function tag(id: string, claimNumber: number, sourceNumber: number, more: Partial<TagView>): TagView {
  return {
    id,
    claimId: `claim-${claimNumber}`,
    sourceId: `source-${sourceNumber}`,
    revisionId: `revision-${sourceNumber}`,
    authorId: "ana",
    state: "approved",
    version: 1,
    claimVersion: 1,
    stateReason: "",
    postReveal: false,
    stance: "verified",
    attributed: false,
    confidence: "high",
    rationale: "",
    evidence: [],
    attestation: null,
    createdAt: at(20),
    versionAt: at(30),
    updatedAt: at(30),
    ...more,
  };
}

const silent = (number: number, ...searchTerms: string[]) => ({
  stance: "missing" as const,
  attestation: { revisionSha256: sha(number), readInFull: true, searchTerms },
});

export function ferryView(): CaseView {
  const tags = [
    tag("t1", 1, 1, { evidence: [passage(1, "186 passengers aboard")], rationale: "Gives the number flat." }),
    tag("t2", 1, 2, { stance: "disputed", evidence: [passage(2, "All 184 passengers", "refutes")] }),
    tag("t3", 1, 3, { evidence: [passage(3, "186 pax")], version: 2, authorId: "priya" }),
    tag("t4", 2, 1, { attributed: true, evidence: [passage(1, "the wheel “went slack”")] }),
    tag("t5", 2, 2, silent(2, "wheel", "steering")),
    tag("t6", 2, 3, { ...silent(3), state: "submitted" }),
    tag("t7", 3, 1, {
      state: "challenged",
      stateReason: "A single bank is named, but not which end of it.",
      postReveal: false,
      evidence: [passage(1, "struck Sallow Bank"), passage(1, "Ferry aground off Carrow", "qualifies")],
    }),
    tag("t8", 3, 2, { ...silent(2, "Sallow"), state: "overturned", stateReason: "“The bank” is this bank." }),
  ];
  const reviewed = ["t1", "t2", "t3", "t4", "t5"];
  return {
    id: "case-1",
    workspaceId: "workspace-1",
    workspaceName: "The Harbour Desk",
    title: "The grounding of the Corrie Lark",
    summary: "A car ferry ran aground on 8 October 2026.",
    version: 1,
    createdAt: at(0),
    lastEvent: 41,
    lastHash: sha(0xabc),
    policy: DEFAULT_POLICY,
    ownPolicy: {},
    people: [
      { id: "ana", name: "Ana Marsh", role: "annotator" },
      { id: "priya", name: "Priya Oyelaran", role: "annotator" },
      { id: "teo", name: "Teo Lindgren", role: "reviewer" },
      { id: "wren", name: "Wren Halloran", role: "lead" },
    ],
    sources: [
      source(1, {
        publisher: "The Ellery Courier",
        title: "Ferry aground off Carrow",
        author: "I. Sand",
        url: "https://courier.example/ferry?a=1&b=2",
        publishedAt: "2026-10-08T21:40:00+01:00",
        retrievedAt: "2026-10-09",
        independenceGroup: "Northwater Wire",
      }),
      source(2, { publisher: "Kestrel FM", kind: "transcript", independenceGroup: "northwater wire" }),
      source(3, { title: "Harbour log", kind: "record", publishedAt: "2026-10-08" }),
    ],
    claims: [
      claim(1, "The ferry carried 186 passengers."),
      claim(2, "A steering failure caused the grounding.", { type: "cause", claimant: "Ines Varga", version: 2 }),
      claim(3, "The ferry grounded on Sallow Bank.", { type: "place" }),
      claim(4, "Nobody was hurt.", { type: "event", parentId: "claim-3" }),
      claim(5, "A withdrawn claim.", { withdrawn: true }),
    ],
    tags,
    reviews: reviewed.map((tagId, index) => ({
      id: `review-${index + 1}`,
      tagId,
      tagVersion: tagId === "t3" ? 2 : 1,
      reviewerId: "teo",
      decision: "approve",
      reason: "",
      proposedStance: null,
      createdAt: at(31 + index),
    })),
    adjudications: [
      {
        id: "adjudication-1",
        tagId: "t8",
        tagVersion: 1,
        adjudicatorId: "wren",
        outcome: "overturn",
        stance: "verified",
        cause: "ambiguous_text",
        note: "There is one bank on that course.",
        createdAt: at(50),
      },
    ],
    openings: [],
    assignments: [],
    threads: [],
    ...UNPUBLISHED,
    removedSources: [],
    archivedAt: null,
    overrides: [
      {
        id: "override-1",
        claimId: "claim-2",
        verdict: "not_enough_evidence",
        reason: "One person’s word, and hers.",
        authorId: "wren",
        ruleVersion: 1,
        createdAt: at(55),
      },
    ],
  };
}

export function ferryInput(more: Partial<SnapshotInput> = {}): SnapshotInput {
  return {
    view: ferryView(),
    texts: ferryTexts(),
    title: "Aground on Sallow Bank",
    scope: { claimIds: "all", sourceIds: "all", settledOnly: false },
    now: NOW,
    generator: "Assay 0.0.0-test",
    ...more,
  };
}
