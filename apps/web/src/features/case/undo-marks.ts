import type { CaseChange, CaseView } from "@assay/domain";
import { api } from "../../trpc.ts";

interface Mine {
  personId: string;
  caseId: string;
  change: CaseChange;
}

/** How each thing stood when a change of mine had left it, by id. */
const marks = new Map<string, string>();

/** Whatever my own changes leave behind is mine to undo, in the state they left it in. */
export function noteMine(change: CaseChange): void {
  for (const [id, mark] of marksOf(change)) marks.set(id, mark);
}

/** The desk's answer to one of them. What a later change of mine has left meanwhile stays as that one left it. */
export function noteAnswer(answer: CaseChange, foreseen: CaseChange | null): void {
  const expected = marksOf(foreseen ?? {});
  for (const [id, mark] of marksOf(answer)) {
    if (!expected.has(id) || marks.get(id) === expected.get(id)) marks.set(id, mark);
  }
}

/**
 * Who has changed since then what a change of mine had touched, as a sentence; null where nobody has. `certain`: the
 * desk has said that somebody did, though this page may not have heard of it yet.
 */
export async function whoMoved(view: CaseView, mine: Mine, certain = false): Promise<string | null> {
  const now = marksOf(view);
  const touched = [...marksOf(mine.change).keys()];
  const moved = certain ? touched : touched.filter((id) => now.has(id) && marks.has(id) && now.get(id) !== marks.get(id));
  if (moved.length === 0) return null;
  const names = namesOf(view, mine.personId, await moversOf(mine, moved));
  if (names === null) return "Somebody has changed it since then.";
  return names === "" ? "You have changed it elsewhere since then." : `${names} changed it since then.`;
}

/** Others' tags in a claim that I made: to take the claim back would take their work out of the case. */
export function othersIn(view: CaseView, { change, personId }: Mine): string | null {
  const made = new Set((change.claims ?? []).filter((claim) => isNew(claim, personId)).map(({ id }) => id));
  const authors = view.tags.filter((tag) => made.has(tag.claimId) && tag.state !== "withdrawn").map((tag) => tag.authorId);
  const names = namesOf(view, personId, new Set(authors));
  return names === null || names === "" ? null : `${names} tagged it since then. Withdraw the claim if it has to go.`;
}

function isNew({ version, createdBy, createdAt, updatedAt }: NonNullable<CaseChange["claims"]>[number], me: string): boolean {
  return version === 1 && createdBy === me && createdAt === updatedAt;
}

type Marked = Partial<Pick<CaseChange, "claims" | "tags" | "sources" | "removedSources">>;

function marksOf({ claims, tags, sources, removedSources }: Marked): Map<string, string> {
  return new Map([
    ...(claims ?? []).map(({ id, version, withdrawn }) => [id, `${version} ${String(withdrawn)}`] as const),
    ...(tags ?? []).map(({ id, version, state }) => [id, `${version} ${state}`] as const),
    ...[...(sources ?? []), ...(removedSources ?? [])].map(({ id, version }) => [id, String(version)] as const),
  ]);
}

/** The log says who; null where it cannot be read now. */
async function moversOf({ caseId, change }: Mine, subjects: readonly string[]): Promise<Set<string> | null> {
  const since = { caseId, after: change.lastEvent, limit: 1000 };
  const answer = await api.case.log.query(since, { signal: AbortSignal.timeout(3000) }).catch(() => null);
  if (answer === null) return null;
  const told = answer.events.filter(({ subject }) => subjects.includes(subject));
  return new Set(told.map(({ actorId }) => actorId));
}

/** "Priya Nair has", "Priya Nair and Teo Lund have"; empty where it was nobody but me. */
function namesOf(view: CaseView, me: string, people: ReadonlySet<string> | null): string | null {
  if (people === null) return null;
  const others = [...people].filter((id) => id !== me);
  const names = others.map((id) => view.people.find((person) => person.id === id)?.name ?? "Somebody who left");
  if (names.length < 2) return names.length === 0 ? "" : `${names[0]} has`;
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)} have`;
}
