import { makeAnchor } from "@assay/domain";
import type { SourceKind } from "@assay/domain";
import { demoCase } from "@assay/seeds";
import { apiAs, newId } from "../../support/api.ts";
import type { Api } from "../../support/api.ts";
import type { BenchSource } from "./corpus.ts";

export interface BenchCase {
  caseId: string;
  /** In the order of their numbers; the last is a note of one paragraph. */
  sourceIds: string[];
  revisionIds: string[];
  claimIds: string[];
}

/** The long source that is the desk's own draft, and can be written in. */
export const DRAFT = 2;
const NOTE = "A note of a few words, to have something small beside the long sources.";
/** Changes of one case wait for its lock anyway; a few under way keep the server busy. */
const AT_ONCE = 4;

export function personOf(key: string): { email: string; password: string } {
  const person = demoCase.people.find((one) => one.key === key);
  if (person === undefined) throw new Error(`The demo has no ${key}`);
  return person;
}

export async function signIn(url: string, key: string): Promise<Api> {
  const { email, password } = personOf(key);
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ email, password }),
  });
  const token = response.headers.get("set-auth-token");
  if (token === null) throw new Error(`${email} could not sign in: ${response.status}`);
  return apiAs(url, token);
}

/** A case as a desk makes it, through the API: the long sources, and one tag a cell with its passages. */
export async function fillCase(url: string, long: readonly BenchSource[]): Promise<BenchCase> {
  const lead = await signIn(url, "wren");
  const annotator = await signIn(url, "priya");
  const workspaceId = (await lead.me.get.query()).workspaces[0]?.id ?? "";
  const title = "A hearing of three days";
  const { id: caseId } = await lead.case.create.mutate({ mutationId: newId(), workspaceId, id: newId(), title, summary: "" });
  const sourceIds: string[] = [];
  for (const [at, { text }] of long.entries()) {
    const kind = at === DRAFT ? "draft" : "transcript";
    sourceIds.push(await addSource(lead, caseId, `Day ${at + 1}`, kind, text));
  }
  sourceIds.push(await addSource(lead, caseId, "Note", "article", NOTE));
  const { sources } = await lead.case.get.query({ caseId });
  const revisionIds = sourceIds.map((id) => sources.find((one) => one.id === id)?.revision.id ?? "");

  const names = [...new Set(long.flatMap(({ marks }) => marks.map(({ claimId }) => claimId)))];
  const claimIds = names.map(() => newId());
  for (const [at, id] of claimIds.entries()) {
    const text = `Witness ${at + 1} said that the ferry had ${at + 3} passengers when it left.`;
    await annotator.claim.create.mutate({ mutationId: newId(), caseId, id, text, type: "number", claimant: "" });
  }
  const cells = names.flatMap((name, claim) => long.map((source, at) => ({ name, claim, source, at })));
  const work = async () => {
    for (let cell = cells.shift(); cell !== undefined; cell = cells.shift()) {
      const { name, claim, source, at } = cell;
      const passages = source.marks.filter(({ claimId }) => claimId === name);
      await saveTag(annotator, { caseId, claimId: claimIds[claim]!, sourceId: sourceIds[at]!, revisionId: revisionIds[at]! }, source, passages);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { caseId, sourceIds, revisionIds, claimIds };
}

export interface TagPlace {
  caseId: string;
  claimId: string;
  sourceId: string;
  revisionId: string;
}

/** A tag of one cell by the person of `api`: a new one, or the next version of the one named. */
export async function saveTag(
  api: Api,
  place: TagPlace,
  { text }: BenchSource,
  passages: readonly { start: number; end: number; stance: string }[],
  { id, version }: { id: string; version: number } = { id: newId(), version: 0 },
): Promise<void> {
  const disputed = passages[0]?.stance === "disputed";
  await api.tag.save.mutate({
    ...place,
    mutationId: newId(),
    id,
    baseVersion: version,
    claimVersion: 1,
    content: {
      stance: disputed ? "disputed" : "verified",
      attributed: false,
      confidence: "high",
      rationale: "The witness gives the number in their own voice.",
      evidence: passages.map(({ start, end }) => ({
        ...makeAnchor(text, start, end),
        id: newId(),
        role: disputed ? ("refutes" as const) : ("supports" as const),
      })),
      attestation: null,
    },
  });
}

async function addSource(lead: Api, caseId: string, publisher: string, kind: SourceKind, text: string): Promise<string> {
  const id = newId();
  await lead.source.add.mutate({
    mutationId: newId(),
    caseId,
    id,
    content: { kind: "text", text },
    meta: {
      title: "",
      publisher,
      author: "",
      url: "",
      publishedAt: null,
      retrievedAt: null,
      kind,
      language: "en",
      independenceGroup: "",
    },
    completeness: "full",
  });
  return id;
}
