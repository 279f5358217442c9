import { createHash } from "node:crypto";
import { joinTransactions } from "@assay/db";
import type { Role } from "@assay/domain";
import type { DemoCase } from "@assay/seeds";
import type { App, CaseContext, Person, WorkspaceContext } from "../context.ts";
import { acceptInvitation } from "../services/accept-invitation.ts";
import { createAccount } from "../services/create-account.ts";
import { createCase } from "../services/create-case.ts";
import { createWorkspace } from "../services/create-workspace.ts";
import { inviteMember } from "../services/invite-member.ts";
import { playCase } from "./play-case.ts";

/** Long enough for a machine that is busy with much else. */
const PATIENCE_MS = 10 * 60_000;

/**
 * Loads the demo by doing, one after the other and through the same services, what its people would have done. So its
 * log, versions and states are real. Every id is derived from the script: a load that was cut short goes on where it
 * stopped when it is run again (E4). The case's hundreds of changes are stored together, or none of them.
 */
export async function loadDemo(realApp: App, operator: Person, script: DemoCase): Promise<void> {
  const app = { ...realApp, now: pastClock(realApp, countMutations(script)) };
  const workspaceId = demoId("workspace");
  const created = { mutationId: demoId("workspace.create"), id: workspaceId, name: script.workspace.name };
  const [people] = await Promise.all([
    Promise.all(script.people.map(({ name, email, password }) => createAccount(app, { name, email, password }))),
    createWorkspace({ app, person: operator }, created),
  ]);
  const inWorkspace = (person: Person, role: Role): WorkspaceContext => {
    return { app, person, role, scope: { workspaceId, userId: person.id } };
  };
  const caseId = demoId("case");
  const cast = new Map<string, CaseContext>();
  for (const [index, { key, role }] of script.people.entries()) {
    const person = people[index];
    if (person === undefined) throw new Error(`No account was made for ${key}`);
    const mutation = (procedure: string) => demoId(`${procedure} ${key}`);
    const invitation = { mutationId: mutation("workspace.invite"), role };
    const { token } = await inviteMember(inWorkspace(operator, "owner"), invitation);
    await acceptInvitation({ app, person }, { mutationId: mutation("invitation.accept"), token });
    cast.set(key, { ...inWorkspace(person, role), caseId });
  }
  const { createdBy, ...wording } = script.case;
  const author = cast.get(createdBy);
  if (author === undefined) throw new Error(`Nobody in the demo is called ${createdBy}`);
  await createCase(author, { mutationId: demoId("case.create"), id: caseId, ...wording });
  await joinTransactions(app.db, PATIENCE_MS, (db) => {
    const joined = [...cast].map(([key, ctx]) => [key, { ...ctx, app: { ...app, db } }] as const);
    return playCase(script, new Map(joined), demoId);
  });
}

/** The same id for the same thing on every run, in the form of a random UUID. */
export function demoId(name: string): string {
  const hex = createHash("sha256").update(`assay demo: ${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function countMutations({ people, sources, claims, tags }: DemoCase): number {
  const steps = tags.reduce((sum, tag) => sum + 1 + tag.history.length, 0);
  return 2 + 2 * people.length + sources.length + claims.length + steps;
}

const STEP_MS = 80_000;

/** A clock that makes the demo's working day end a little before now, instead of within one second. */
function pastClock(app: App, mutations: number): () => Date {
  // A mutation may look at the clock more than once, so the past is longer than the steps need.
  let time = app.now().getTime() - (mutations * 1.05 + 25) * STEP_MS;
  return () => {
    time = Math.min(time + STEP_MS, app.now().getTime());
    return new Date(time);
  };
}
