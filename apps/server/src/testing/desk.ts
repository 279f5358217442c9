import { randomUUID } from "node:crypto";
import { connect } from "@assay/db";
import type { Database } from "@assay/db";
import { createTestDatabase } from "@assay/db/test-database";
import type { TestServer } from "@assay/db/test-database";
import { makeAnchor } from "@assay/domain";
import type { CaseChange, CaseView, Role, SourceMeta, Stance, TagView } from "@assay/domain";
import { buildSourceMeta } from "@assay/seeds";
import { TRPCError } from "@trpc/server";
import { createApp } from "../create-app.ts";
import type { AppOptions } from "../create-app.ts";
import type { App, Person } from "../context.ts";
import { answerFor } from "../error-answer.ts";
import type { ErrorAnswer } from "../error-answer.ts";
import type { SentTagContent } from "../inputs/tag-inputs.ts";
import { appRouter } from "../routers/app-router.ts";
import { createCallerFactory } from "../trpc.ts";

export type Caller = ReturnType<typeof callAs>;

export const callAs = (app: App, person: Person | null) => createCallerFactory(appRouter)({ app, person });

export const newId = () => randomUUID();

export interface TestServerApp {
  app: App;
  db: Database;
  /** The owner's address of the database, past row-level security. */
  url: string;
  close(): Promise<void>;
}

/** A server's inside on a database of its own. Outside of vitest the Postgres to make it on has to be named. */
export async function openApp(options: Partial<AppOptions> = {}, on?: TestServer): Promise<TestServerApp> {
  const database = await createTestDatabase(on);
  const db = connect({ url: database.url });
  const app = createApp({ db, secret: "a secret of tests, 32 characters", origins: ["http://127.0.0.1"], ...options });
  return {
    app,
    db,
    url: database.url,
    async close() {
      app.assist.close();
      await db.close();
      await database.drop();
    },
  };
}

/** Somebody with an account; the password is never asked for. */
export async function addPerson(app: App, name: string): Promise<Person> {
  const id = newId();
  const email = `${name.toLowerCase()}-${id.slice(0, 8)}@assay.example`;
  return app.db.prisma.user.create({ data: { id, name, email }, select: { id: true, name: true, email: true } });
}

export type Crew = Record<"owner" | "lead" | "reviewer" | "annotator" | "second" | "viewer" | "stranger", Person>;

export interface Desk extends TestServerApp {
  workspaceId: string;
  people: Crew;
  as: Record<keyof Crew, Caller>;
}

const ROLES: [keyof Crew, Role][] = [
  ["lead", "lead"],
  ["reviewer", "reviewer"],
  ["annotator", "annotator"],
  ["second", "annotator"],
  ["viewer", "viewer"],
];

/** A workspace with one person in each role, and a stranger with an account and nothing else. */
export async function openDesk(options: Partial<AppOptions> = {}, on?: TestServer): Promise<Desk> {
  const opened = await openApp(options, on);
  const { app } = opened;
  const names = ["owner", "lead", "reviewer", "annotator", "second", "viewer", "stranger"] as const;
  const made = await Promise.all(names.map(async (name) => [name, await addPerson(app, name)] as const));
  const people = Object.fromEntries(made) as Crew;
  const as = Object.fromEntries(names.map((name) => [name, callAs(app, people[name])])) as Desk["as"];
  const workspaceId = newId();
  await as.owner.workspace.create({ mutationId: newId(), id: workspaceId, name: "Harbour desk" });
  for (const [name, role] of ROLES) {
    const { token } = await as.owner.workspace.invite({ mutationId: newId(), workspaceId, role });
    await as[name].invitation.accept({ mutationId: newId(), token });
  }
  return { ...opened, workspaceId, people, as };
}

export const TEXT = [
  "Ferry runs aground off Kelm",
  "The ferry Aurora struck a sandbank at 06:40 on Tuesday with 214 people aboard, the operator said.",
  "Nobody was hurt. “We heard a scrape 🚢 and then nothing,” said Ines Varga.",
  "The harbour master, Zoë Lund, called it avoidable.",
].join("\n\n");

/** A case with one source and one claim, ready to be tagged. */
export interface TestCase {
  caseId: string;
  source: CaseView["sources"][number];
  claim: CaseView["claims"][number];
  text: string;
}

export async function openCase(desk: Desk, text = TEXT): Promise<TestCase> {
  const caseId = newId();
  const { workspaceId } = desk;
  await desk.as.lead.case.create({ mutationId: newId(), workspaceId, id: caseId, title: "Aurora", summary: "" });
  const source = await addText(desk.as.annotator, caseId, text);
  const claim = await addClaim(desk.as.annotator, caseId, "214 people were aboard.");
  return { caseId, source, claim, text };
}

export async function addText(as: Caller, caseId: string, text: string, meta: Partial<SourceMeta> = {}) {
  const change = await as.source.add({
    mutationId: newId(),
    caseId,
    id: newId(),
    content: { kind: "text", text },
    meta: buildSourceMeta(meta),
    completeness: "full",
    allowDuplicate: true,
  });
  return only(change.sources);
}

export async function addClaim(as: Caller, caseId: string, text: string) {
  const wording = { text, type: "number", claimant: "" } as const;
  return only((await as.claim.create({ mutationId: newId(), caseId, id: newId(), ...wording })).claims);
}

/** The same source with another claim: a cell apart, for a test of its own. */
export async function cellApart(desk: Desk, test: TestCase): Promise<TestCase> {
  return { ...test, claim: await addClaim(desk.as.annotator, test.caseId, `A claim ${newId()}`) };
}

/** A content that can be submitted: the stance with the passage it needs, or with its attestation. */
export function say(test: TestCase, stance: Stance, quote = "214 people aboard"): SentTagContent {
  const start = test.text.indexOf(quote);
  const passage = makeAnchor(test.text, start, start + quote.length);
  const role = stance === "disputed" ? "refutes" : "supports";
  const revisionSha256 = test.source.revision.sha256;
  return {
    stance,
    attributed: false,
    confidence: null,
    rationale: "",
    evidence: stance === "missing" ? [] : [{ id: newId(), role, ...passage }],
    attestation: stance === "missing" ? { revisionSha256, readInFull: true, searchTerms: ["aboard"] } : null,
  };
}

export interface Saving {
  id?: string;
  baseVersion?: number;
  claimVersion?: number;
  mutationId?: string;
}

export async function save(as: Caller, test: TestCase, content: SentTagContent, saving: Saving = {}): Promise<TagView> {
  return only((await saveChange(as, test, content, saving)).tags);
}

export function saveChange(
  as: Caller,
  test: TestCase,
  content: SentTagContent,
  saving: Saving = {},
): Promise<CaseChange> {
  const { id = newId(), baseVersion = 0, claimVersion = test.claim.version, mutationId = newId() } = saving;
  const cell = { claimId: test.claim.id, sourceId: test.source.id, revisionId: test.source.revision.id };
  return as.tag.save({ mutationId, caseId: test.caseId, id, ...cell, baseVersion, claimVersion, content });
}

/** A tag that waits for review. */
export async function submitted(as: Caller, test: TestCase, stance: Stance = "verified"): Promise<TagView> {
  const tag = await save(as, test, say(test, stance));
  const { tags } = await as.tag.submit(ref(test, tag));
  // A submission that opens a blind cell answers with the others' tags too.
  return only(tags?.filter(({ id }) => id === tag.id));
}

export async function approved(desk: Desk, test: TestCase): Promise<TagView> {
  const tag = await submitted(desk.as.annotator, test);
  return only((await desk.as.reviewer.review.decide({ ...seen(test, tag), decision: "approve", reason: "" })).tags);
}

/** What an author's action on a tag names. */
export const ref = ({ caseId }: TestCase, tag: TagView) => {
  return { mutationId: newId(), caseId, tagId: tag.id, baseVersion: tag.version };
};

/** What reaffirming a tag names: the author has read the claim in this version, and the tag's passages where they are. */
export const reread = (test: TestCase, tag: TagView, claimVersion = tag.claimVersion) => {
  return { ...ref(test, tag), claimVersion, revisionId: tag.revisionId };
};

/** What a review names. */
export const seen = ({ caseId }: TestCase, tag: TagView) => {
  return { mutationId: newId(), caseId, tagId: tag.id, tagVersion: tag.version };
};

export function only<T>(list: T[] | undefined): T {
  const [one] = list ?? [];
  if (list?.length !== 1 || one === undefined) throw new Error(`Expected one entry, got ${list?.length ?? "no list"}`);
  return one;
}

/** The refusal that a call ends in, as a client reads it. Fails when the call succeeds. */
export async function refusalOf(call: Promise<unknown>): Promise<ErrorAnswer> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error === null) throw new Error("The call was expected to be refused");
  if (!(error instanceof TRPCError)) throw error;
  return answerFor(error);
}
