import { makeAnchor } from "@assay/domain";
import { demoCase } from "@assay/seeds";
import { apiAs, newId } from "../../support/api.ts";
import type { Api } from "../../support/api.ts";

export interface BenchDesk {
  workspaceId: string;
  /** Another desk of the same person, with no case in it. */
  emptyDeskId: string;
  /** A case with that many tags to review. */
  fullId: string;
  /** A case of the same kind with nothing to review. */
  emptyId: string;
  /** Somebody of the demo who may review them. */
  reviewer: { email: string; password: string };
}

const SOURCES = 5;
/** Changes of one case wait for its lock anyway; a few under way keep the server busy. */
const AT_ONCE = 4;

/** Submitted tags of one annotator, made through the API as a desk makes them. */
export async function fillQueue(url: string, tags: number): Promise<BenchDesk> {
  const lead = await signIn(url, "wren");
  const annotator = await signIn(url, "priya");
  const workspaceId = (await lead.me.get.query()).workspaces[0]?.id ?? "";
  const emptyDeskId = newId();
  await lead.workspace.create.mutate({ mutationId: newId(), id: emptyDeskId, name: "Nothing to do" });
  const fullId = await makeCase(lead, workspaceId, "Many tags");
  const emptyId = await makeCase(lead, workspaceId, "No tags");
  const texts = Array.from({ length: SOURCES }, (_, source) => storyOf(source + 1));
  const sourceIds: string[] = [];
  for (const [index, text] of texts.entries()) {
    sourceIds.push(await addSource(lead, fullId, index, text));
    if (index === 0) await addSource(lead, emptyId, index, text);
  }
  const claimIds: string[] = [];
  for (let n = 1; n <= Math.ceil(tags / SOURCES); n += 1) {
    const id = newId();
    const text = `Pier ${n} of the harbour was closed for ${n + 3} days after the storm.`;
    await annotator.claim.create.mutate({ mutationId: newId(), caseId: fullId, id, text, type: "number", claimant: "" });
    claimIds.push(id);
  }
  const { sources } = await annotator.case.get.query({ caseId: fullId });
  const revisionIds = new Map(sources.map((one) => [one.id, one.revision.id]));
  const cells = claimIds.flatMap((claimId, n) =>
    sourceIds.map((sourceId, index) => ({ claimId, sourceId, text: texts[index] ?? "", n: n + 1 })),
  );
  const waiting = cells.slice(0, tags);
  const work = async () => {
    for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift()) {
      const { claimId, sourceId, text, n } = cell;
      const words = `Pier ${n} stayed closed for ${n + 3} days`;
      const start = text.indexOf(words);
      const id = newId();
      const of = { caseId: fullId, mutationId: newId() };
      await annotator.tag.save.mutate({
        ...of,
        id,
        claimId,
        sourceId,
        revisionId: revisionIds.get(sourceId) ?? "",
        baseVersion: 0,
        claimVersion: 1,
        content: {
          stance: "verified",
          attributed: false,
          confidence: "high",
          rationale: "The paper gives the figure in its own voice, and names nobody else for it.",
          evidence: [{ ...makeAnchor(text, start, start + words.length), id: newId(), role: "supports" }],
          attestation: null,
        },
      });
      await annotator.tag.submit.mutate({ caseId: fullId, mutationId: newId(), tagId: id, baseVersion: 1 });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { workspaceId, emptyDeskId, fullId, emptyId, reviewer: personOf("wren") };
}

function personOf(key: string): { email: string; password: string } {
  const person = demoCase.people.find((one) => one.key === key);
  if (person === undefined) throw new Error(`The demo has no ${key}`);
  return person;
}

async function signIn(url: string, key: string): Promise<Api> {
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

async function makeCase(lead: Api, workspaceId: string, title: string): Promise<string> {
  const made = await lead.case.create.mutate({ mutationId: newId(), workspaceId, id: newId(), title, summary: "" });
  return made.id;
}

async function addSource(lead: Api, caseId: string, index: number, text: string): Promise<string> {
  const id = newId();
  await lead.source.add.mutate({
    mutationId: newId(),
    caseId,
    id,
    content: { kind: "text", text },
    meta: {
      title: "",
      publisher: `Harbour Paper ${index + 1}`,
      author: "",
      url: "",
      publishedAt: null,
      retrievedAt: null,
      kind: "article",
      language: "en",
      independenceGroup: "",
    },
    completeness: "full",
  });
  return id;
}

/** About 15,000 characters, with one sentence for each claim. */
function storyOf(source: number): string {
  return Array.from(
    { length: 120 },
    (_, at) =>
      `Our harbour desk ${source} walked the quays at low water. Pier ${at + 1} stayed closed for ${at + 4} days, and ` +
      "the crews moored elsewhere until the divers had looked at the piles.",
  ).join("\n\n");
}
