import type { Completeness, SourceKind, SourceMeta, Stance, TagContent } from "@assay/domain";
import { makeAnchor } from "@assay/domain";
import { apiAs, newId } from "../../support/api.ts";
import type { Api } from "../../support/api.ts";
import { demoPerson } from "./people.ts";
import type { DemoName } from "./people.ts";

/** For tests where the way to a case is not what is being tested: made through the API, as people of the demo desk. */

const clients = new Map<DemoName, Promise<Api>>();

export function apiOf(name: DemoName): Promise<Api> {
  const held = clients.get(name) ?? signIn(name);
  clients.set(name, held);
  return held;
}

async function signIn(name: DemoName): Promise<Api> {
  const url = process.env.ASSAY_URL ?? "";
  const { email, password } = demoPerson(name);
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ email, password }),
  });
  const token = response.headers.get("set-auth-token");
  if (token === null) throw new Error(`${email} could not sign in: ${response.status}`);
  return apiAs(url, token);
}

export interface MadeCase {
  caseId: string;
  /** Path of its workbench. */
  path: string;
}

export async function makeCase(title: string): Promise<MadeCase> {
  const lead = await apiOf("wren");
  const workspaceId = (await lead.me.get.query()).workspaces[0]?.id ?? "";
  const id = newId();
  const { id: caseId } = await lead.case.create.mutate({ mutationId: newId(), workspaceId, id, title, summary: "" });
  return { caseId, path: `/c/${caseId}` };
}

interface NewSource {
  publisher: string;
  text: string;
  kind?: SourceKind;
  completeness?: Completeness;
  group?: string;
}

export async function addSource({ caseId }: MadeCase, source: NewSource): Promise<string> {
  const id = newId();
  await (await apiOf("wren")).source.add.mutate({
    mutationId: newId(),
    caseId,
    id,
    content: { kind: "text", text: source.text },
    meta: {
      title: "",
      publisher: source.publisher,
      author: "",
      url: "",
      publishedAt: null,
      retrievedAt: null,
      kind: source.kind ?? "article",
      language: "en",
      independenceGroup: source.group ?? "",
    },
    completeness: source.completeness ?? "full",
  });
  return id;
}

/** A newer text of a source. */
export async function reviseSource(by: DemoName, { caseId }: MadeCase, sourceId: string, text: string): Promise<void> {
  const api = await apiOf(by);
  const { sources } = await api.case.get.query({ caseId });
  const source = sources.find(({ id }) => id === sourceId);
  if (source === undefined) throw new Error("No such source");
  const content = { kind: "text", text } as const;
  const revised = { caseId, sourceId, baseRevisionId: source.revision.id, content, completeness: "full" } as const;
  await api.source.revise.mutate({ mutationId: newId(), ...revised });
}

/** Changes the description of a source; its text stays. */
export async function describeSource(by: DemoName, { caseId }: MadeCase, sourceId: string, change: Partial<SourceMeta>): Promise<void> {
  const api = await apiOf(by);
  const { sources } = await api.case.get.query({ caseId });
  const source = sources.find(({ id }) => id === sourceId);
  if (source === undefined) throw new Error("No such source");
  const { version, title, publisher, author, url, publishedAt, retrievedAt, kind, language, independenceGroup } = source;
  const meta = { title, publisher, author, url, publishedAt, retrievedAt, kind, language, independenceGroup, ...change };
  await api.source.edit.mutate({ mutationId: newId(), caseId, sourceId, baseVersion: version, meta });
}

export async function addClaim(by: DemoName, { caseId }: MadeCase, text: string): Promise<string> {
  const id = newId();
  await (await apiOf(by)).claim.create.mutate({ mutationId: newId(), caseId, id, text, type: "event", claimant: "" });
  return id;
}

interface NewTag {
  claimId: string;
  sourceId: string;
  stance: Exclude<Stance, "missing">;
  words: string;
  rationale?: string;
}

/** A draft with one passage; `submit` hands it in. */
export async function addTag(by: DemoName | Api, { caseId }: MadeCase, tag: NewTag, submit = false): Promise<string> {
  const api = typeof by === "string" ? await apiOf(by) : by;
  const view = await api.case.get.query({ caseId });
  const { text } = await api.source.text.query({ caseId, sourceId: tag.sourceId });
  const source = view.sources.find((one) => one.id === tag.sourceId);
  const claim = view.claims.find((one) => one.id === tag.claimId);
  const start = text.indexOf(tag.words);
  if (source === undefined || claim === undefined || start < 0) throw new Error(`Cannot tag “${tag.words}”`);
  const content: TagContent = {
    stance: tag.stance,
    attributed: false,
    confidence: null,
    rationale: tag.rationale ?? "",
    evidence: [
      {
        ...makeAnchor(text, start, start + tag.words.length),
        id: newId(),
        role: tag.stance === "disputed" ? "refutes" : "supports",
      },
    ],
    attestation: null,
  };
  const id = newId();
  await api.tag.save.mutate({
    mutationId: newId(),
    caseId,
    id,
    claimId: tag.claimId,
    sourceId: tag.sourceId,
    revisionId: source.revision.id,
    baseVersion: 0,
    claimVersion: claim.version,
    content,
  });
  if (submit) await api.tag.submit.mutate({ mutationId: newId(), caseId, tagId: id, baseVersion: 1 });
  return id;
}

/** Takes a source out of the case. */
export async function removeSource(by: DemoName, { caseId }: MadeCase, sourceId: string, reason: string): Promise<void> {
  const api = await apiOf(by);
  const version = (await api.case.get.query({ caseId })).sources.find(({ id }) => id === sourceId)?.version ?? 0;
  await api.source.remove.mutate({ mutationId: newId(), caseId, sourceId, baseVersion: version, reason });
}

export async function restoreSource(by: DemoName, { caseId }: MadeCase, sourceId: string): Promise<void> {
  const api = await apiOf(by);
  const version = (await api.case.get.query({ caseId })).removedSources.find(({ id }) => id === sourceId)?.version ?? 0;
  await api.source.restore.mutate({ mutationId: newId(), caseId, sourceId, baseVersion: version });
}
