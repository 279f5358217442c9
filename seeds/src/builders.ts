import type {
  Attestation,
  CaseView,
  ClaimView,
  Evidence,
  PersonView,
  Role,
  SourceMeta,
  SourceView,
  Stance,
  TagContent,
  TagView,
} from "@assay/domain";
import { CONTEXT_LENGTH, DEFAULT_POLICY, UNPUBLISHED } from "@assay/domain";

/**
 * Values for unit tests: valid as they stand, the same on every call, changed by overrides. Ids are words with a number
 * (`claim-3`), so that a failing expectation reads well. Times step by a minute, so that sorting by age is defined.
 */

const BUILT_TEXT = "The vessel left the quay at 7.12 p.m. on Friday, the harbour office said.";

export function buildSourceMeta(overrides: Partial<SourceMeta> = {}): SourceMeta {
  return {
    title: "Evening sailing left late",
    publisher: "The Quayside Gazette",
    author: "Noor Lindqvist",
    url: "https://quayside-gazette.example/evening-sailing",
    publishedAt: "2025-03-01",
    retrievedAt: "2025-03-02",
    kind: "article",
    language: "en",
    independenceGroup: "",
    ...overrides,
  };
}

/** A passage at the start of a one-sentence source, unless the overrides say otherwise. */
export function buildEvidence(overrides: Partial<Evidence> = {}): Evidence {
  const end = "The vessel left the quay at 7.12 p.m.".length;
  return {
    id: "evidence-1",
    role: "supports",
    start: 0,
    end,
    exact: BUILT_TEXT.slice(0, end),
    prefix: "",
    suffix: BUILT_TEXT.slice(end, end + CONTEXT_LENGTH),
    state: "exact",
    ...overrides,
  };
}

export function buildAttestation(overrides: Partial<Attestation> = {}): Attestation {
  return { revisionSha256: buildSha256(1), readInFull: true, searchTerms: ["quay", "7.12"], ...overrides };
}

/** Fits its stance: a verified or disputed tag gets a passage, a missing one an attestation. */
export function buildTagContent(overrides: Partial<TagContent> = {}): TagContent {
  const stance: Stance = overrides.stance ?? "verified";
  const isMissing = stance === "missing";
  return {
    stance,
    attributed: false,
    confidence: "high",
    rationale: "",
    evidence: isMissing ? [] : [buildEvidence({ role: stance === "disputed" ? "refutes" : "supports" })],
    attestation: isMissing ? buildAttestation() : null,
    ...overrides,
  };
}

/** Claim, source and author by number, from 1; everything else as in a TagView. */
export type TagInput = Partial<TagView> & { claim: number; source: number; author?: number };

export type CaseViewInput = Partial<Omit<CaseView, "people" | "sources" | "claims" | "tags">> & {
  people?: Partial<PersonView>[];
  /** How many, or what is special about each. */
  sources?: number | Partial<SourceView>[];
  claims?: number | Partial<ClaimView>[];
  tags?: TagInput[];
};

/** Three people, two sources and two claims unless said otherwise; no tags. Person 1 annotates and person 2 reviews. */
export function buildCaseView(input: CaseViewInput = {}): CaseView {
  const { people = [{}, {}, {}], sources = 2, claims = 2, tags = [], ...rest } = input;
  const builtPeople = people.map(buildPerson);
  const builtSources = listOf(sources).map(buildSource);
  const builtClaims = listOf(claims).map(buildClaim);
  return {
    id: "case-1",
    workspaceId: "workspace-1",
    workspaceName: "The Quayside Desk",
    title: "The late sailing",
    summary: "",
    removedSources: [],
    archivedAt: null,
    version: 1,
    createdAt: at(0),
    lastEvent: 1,
    lastHash: buildSha256(0),
    policy: DEFAULT_POLICY,
    ownPolicy: {},
    people: builtPeople,
    sources: builtSources,
    claims: builtClaims,
    tags: tags.map((tag, index) => buildTag(tag, index, { builtPeople, builtSources, builtClaims })),
    reviews: [],
    adjudications: [],
    overrides: [],
    openings: [],
    assignments: [],
    threads: [],
    ...UNPUBLISHED,
    ...rest,
  };
}

/** 64 hex digits that differ by number; the hash of nothing. */
export function buildSha256(number: number): string {
  return number.toString(16).padStart(64, "0");
}

const PEOPLE: readonly { name: string; role: Role }[] = [
  { name: "Ines Okafor", role: "annotator" },
  { name: "Tomas Reyl", role: "reviewer" },
  { name: "Hanne Vik", role: "lead" },
];

function buildPerson(overrides: Partial<PersonView>, index: number): PersonView {
  const known = PEOPLE[index] ?? { name: `Person ${index + 1}`, role: "annotator" };
  return { id: `person-${index + 1}`, ...known, ...overrides };
}

function buildSource(overrides: Partial<SourceView>, index: number): SourceView {
  const number = index + 1;
  const revision = {
    id: `revision-${number}`,
    number: 1,
    sha256: buildSha256(number),
    length: BUILT_TEXT.length,
    completeness: "full",
    originalName: `outlet-${number}.txt`,
    createdBy: "person-1",
    createdAt: at(number),
    ...overrides.revision,
  } as const;
  return {
    ...buildSourceMeta({ publisher: `Outlet ${number}`, url: `https://outlet-${number}.example/story` }),
    id: `source-${number}`,
    number,
    version: 1,
    createdBy: "person-1",
    createdAt: at(number),
    revision,
    revisions: [revision],
    ...overrides,
  };
}

function buildClaim(overrides: Partial<ClaimView>, index: number): ClaimView {
  const number = index + 1;
  return {
    id: `claim-${number}`,
    number,
    version: 1,
    text: `Claim number ${number}.`,
    type: "event",
    claimant: "",
    parentId: null,
    withdrawn: false,
    createdBy: "person-1",
    createdAt: at(10 + number),
    updatedAt: at(10 + number),
    ...overrides,
  };
}

interface Built {
  builtPeople: PersonView[];
  builtSources: SourceView[];
  builtClaims: ClaimView[];
}

function buildTag({ claim, source, author = 1, ...overrides }: TagInput, index: number, built: Built): TagView {
  const judged = numbered(built.builtClaims, claim, "claim");
  const read = numbered(built.builtSources, source, "source");
  const wroteIt = numbered(built.builtPeople, author, "person");
  const stance = overrides.stance ?? "verified";
  const attestation = buildAttestation({ revisionSha256: read.revision.sha256 });
  const content = buildTagContent(stance === "missing" ? { stance, attestation } : { stance });
  return {
    ...content,
    id: `tag-${index + 1}`,
    claimId: judged.id,
    sourceId: read.id,
    revisionId: read.revision.id,
    authorId: wroteIt.id,
    state: "approved",
    version: 1,
    claimVersion: judged.version,
    stateReason: "",
    postReveal: false,
    createdAt: at(100 + index),
    versionAt: at(100 + index),
    updatedAt: at(100 + index),
    ...overrides,
  };
}

function numbered<T>(list: T[], number: number, what: string): T {
  const item = list[number - 1];
  if (item === undefined) {
    throw new RangeError(`The case was built with ${list.length}, so it has no ${what} ${number}`);
  }
  return item;
}

function listOf<T>(input: number | Partial<T>[]): Partial<T>[] {
  return typeof input === "number" ? Array.from({ length: input }, () => ({})) : input;
}

function at(minute: number): string {
  return new Date(Date.UTC(2025, 2, 3, 9, minute)).toISOString();
}
