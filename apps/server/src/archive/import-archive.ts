import { appendEvents, joinTransactions, runOnce, withScope } from "@assay/db";
import type { Tx } from "@assay/db";
import { DomainError, can, lackingAbility, readPolicy } from "@assay/domain";
import type { Policy } from "@assay/domain";
import type { WorkspaceContext } from "../context.ts";
import { expectStillMember } from "../services/in-workspace-mutation.ts";
import { ARCHIVED_TABLES } from "./archived-tables.ts";
import { checkArchive } from "./check-archive.ts";
import type { Row } from "./check-archive.ts";
import { renameAll } from "./copy-ids.ts";
import type { Renaming } from "./copy-ids.ts";
import { ARCHIVE_LIMITS } from "./limits.ts";
import type { ArchiveLimits } from "./limits.ts";
import { openArchive } from "./open-archive.ts";
import type { OpenArchive } from "./open-archive.ts";
import { checkSeal } from "./seal.ts";
import { storePeople } from "./store-people.ts";
import { readColumns, storeLog, storeTable } from "./store-rows.ts";

export interface ImportedArchive {
  caseId: string;
  title: string;
  /** Where the case was before. */
  workspace: string;
  sources: number;
  claims: number;
  tags: number;
  /** The case that this is a copy of; null where it is that very case. */
  copyOf: string | null;
  /** Entries of its log, each verified; the import itself is the next. */
  events: number;
  lastHash: string;
  people: number;
  /** Those of them who are known by name alone. */
  unknown: number;
  /** Of the archive. */
  sha256: string;
}

const TIMEOUT = 15 * 60_000;

export interface ImportArchive {
  mutationId: string;
  path: string;
  /** With new ids, beside the case where that is on this server already. */
  asCopy?: boolean;
}

/**
 * Takes a case in from an archive's file: all of it, or nothing. It is read through and verified before the first row
 * is stored, then stored in one transaction, and its log goes on with the entry that says where it came from.
 */
export async function importArchive(
  ctx: WorkspaceContext,
  { mutationId, path, asCopy = false }: ImportArchive,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<ImportedArchive> {
  const { app, role, scope } = ctx;
  if (!can(role, "manage_case")) throw new DomainError("FORBIDDEN", lackingAbility(role, "manage_case"));
  const sha256 = await checkSeal(path);
  const archive = await openArchive(path, limits);
  try {
    const names = ARCHIVED_TABLES.map(({ name }) => name);
    const columns = await withScope(app.db, scope, (_, session) => readColumns(session, names));
    const ids = await checkArchive(archive, columns);
    const imported = await store(ctx, archive, { mutationId, sha256, renaming: asCopy ? renameAll(ids) : null });
    app.db.news.changed(scope.workspaceId);
    return imported;
  } finally {
    archive.close();
  }
}

interface Storing {
  mutationId: string;
  sha256: string;
  renaming: Renaming | null;
}

function store(ctx: WorkspaceContext, archive: OpenArchive, { mutationId, sha256, renaming }: Storing) {
  const { app, scope } = ctx;
  const { workspaceId, userId: actorId } = scope;
  const { case: of, people, workspace, generator, exportedAt } = archive.manifest;
  return joinTransactions(app.db, TIMEOUT, (joined) =>
    withScope(joined, scope, async (tx, session) => {
      await expectStillMember(tx, ctx);
      const policy = await holdPolicy(tx, workspaceId);
      return runOnce(tx, { workspaceId, actorId, mutationId, procedure: "archive.import" }, async () => {
        const now = app.now();
        const unknown = await storePeople(session, people, workspaceId, now);
        const counts = new Map<string, number>();
        for (const table of ARCHIVED_TABLES) {
          const change = (row: Row): Row => {
            const kept = table.of === "itself" ? keepPolicy(row, workspace.policy, policy) : row;
            return renaming === null ? kept : renaming.row(kept, table);
          };
          counts.set(table.name, await storeTable(session, archive, table, workspaceId, change));
        }
        const lastHash = await storeLog(session, archive, workspaceId, renaming);
        const caseId = renaming?.id(of.id) ?? of.id;
        const imported: ImportedArchive = {
          caseId,
          copyOf: renaming === null ? null : of.id,
          title: of.title,
          workspace: workspace.name,
          sources: counts.get("sources") ?? 0,
          claims: counts.get("claims") ?? 0,
          tags: counts.get("tags") ?? 0,
          events: of.lastEvent,
          lastHash,
          people: people.length,
          unknown,
          sha256,
        };
        const at = (await after(tx, caseId, now)).toISOString();
        const log = { lastEvent: of.lastEvent, lastHash: of.lastHash };
        // Of a copy the log begins anew with its ids; this leads to the one that it says the same as.
        const from = { caseId: of.id, workspace: workspace.name, generator, exportedAt, ...log };
        const payload = { from, sha256, people: people.length, unknown };
        const event = { kind: "case.imported", subject: caseId, payload } as const;
        await appendEvents(tx, { caseId, workspaceId, actorId, mutationId, at }, [event]);
        return imported;
      });
    }),
  );
}

/** The workspace's policy, which nobody changes until the case is there: such a change would pass it by. */
async function holdPolicy(tx: Tx, workspaceId: string): Promise<Policy> {
  const [row] = await tx.$queryRaw<{ policy: unknown }[]>`
    SELECT policy FROM workspaces WHERE id = ${workspaceId}::uuid FOR SHARE`;
  return readPolicy(row?.policy);
}

/** Times of a log go forward only, also where the clock of the other server was ahead. */
async function after(tx: Tx, caseId: string, now: Date): Promise<Date> {
  const last = await tx.caseEvent.findFirst({ where: { caseId }, orderBy: { number: "desc" }, select: { at: true } });
  return last !== null && now <= last.at ? new Date(last.at.getTime() + 1) : now;
}

/**
 * What held in the case goes on holding: where the desk it comes from decided otherwise than this one, the case decides
 * that for itself. Otherwise blind cells could open, or open ones become blind, by being carried from here to there.
 */
function keepPolicy(row: Row, from: Record<string, unknown>, here: Policy): Row {
  const own = (row["policy"] ?? {}) as Record<string, unknown>;
  const before = readPolicy({ ...from, ...own });
  const kept = Object.entries(before).filter(([field, value]) => {
    const isSame = JSON.stringify(here[field as keyof typeof here]) === JSON.stringify(value);
    return !isSame && !(field in own);
  });
  return { ...row, policy: { ...own, ...Object.fromEntries(kept) } };
}
