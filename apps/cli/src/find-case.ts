import type { Api } from "./client.ts";
import { EXIT, Failure } from "./failure.ts";

export type CaseRow = Awaited<ReturnType<Api["case"]["list"]["query"]>>[number] & { workspace: string };

export async function listCases(api: Api): Promise<CaseRow[]> {
  const me = await api.me.get.query();
  if (!me.user) throw new Failure("Nobody is signed in. Run: assay sign-in YOUR-EMAIL", EXIT.permission);
  const lists = await Promise.all(
    me.workspaces.map(async ({ id, name }) =>
      (await api.case.list.query({ workspaceId: id })).map((row) => ({ ...row, workspace: name })),
    ),
  );
  return lists.flat();
}

/** As many as somebody reads through to find theirs. */
const MOST_NAMED = 10;

/**
 * A case by its id, the start of its id, or words of its title. More than one match is refused with the list; nothing
 * at all, as an unset variable of a script leaves it, names no case: it would be any case of a desk that has but one.
 */
export async function findCase(api: Api, wanted: string): Promise<CaseRow> {
  if (wanted.trim() === "") throw new Failure("Name a case: its id, the start of its id, or words of its title", EXIT.usage);
  const cases = await listCases(api);
  const lower = wanted.toLowerCase();
  const exact = cases.filter((c) => c.id === lower || c.title.toLowerCase() === lower);
  const near = cases.filter((c) => c.id.startsWith(lower) || c.title.toLowerCase().includes(lower));
  const [found, second] = exact.length > 0 ? exact : near;
  if (!found) throw new Failure(`No case is called "${wanted}". Run: assay cases`, EXIT.noInput);
  if (second) {
    const fitting = exact.length > 0 ? exact : near;
    const names = fitting.slice(0, MOST_NAMED).map((c) => `${c.id.slice(0, 8)} ${c.title}`).join("; ");
    const others = fitting.length > MOST_NAMED ? `; and ${fitting.length - MOST_NAMED} more` : "";
    throw new Failure(`"${wanted}" fits more than one case: ${names}${others}`, EXIT.usage);
  }
  return found;
}
