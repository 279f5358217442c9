import { appendEvents, joinTransactions, runOnce, withScope } from "@assay/db";
import { DomainError, can, lackingAbility, readPolicy } from "@assay/domain";
import type { WorkspaceContext } from "../context.ts";
import { ARCHIVED_TABLES } from "./archived-tables.ts";
import { checkArchive } from "./check-archive.ts";
import type { Row } from "./check-archive.ts";
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
}

/**
 * Takes a case in from an archive's file: all of it, or nothing. It is read through and verified before the first row
 * is stored, then stored in one transaction, and its log goes on with the entry that says where it came from.
 */
export async function importArchive(
  ctx: WorkspaceContext,
  { mutationId, path }: ImportArchive,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<ImportedArchive> {
  const { app, role, scope } = ctx;
  if (!can(role, "manage_case")) throw new DomainError("FORBIDDEN", lackingAbility(role, "manage_case"));
  const sha256 = await checkSeal(path);
  const archive = await openArchive(path, limits);
  try {
    const names = ARCHIVED_TABLES.map(({ name }) => name);
    const columns = await withScope(app.db, scope, (_, session) => readColumns(session, names));
    await checkArchive(archive, columns);
    const imported = await store(ctx, archive, mutationId, sha256);
    app.db.news.changed(scope.workspaceId);
    return imported;
  } finally {
    archive.close();
  }
}

function store(ctx: WorkspaceContext, archive: OpenArchive, mutationId: string, sha256: string) {
  const { app, scope, policy } = ctx;
  const { workspaceId, userId: actorId } = scope;
  const { case: of, people, workspace, generator, exportedAt } = archive.manifest;
  return joinTransactions(app.db, TIMEOUT, (joined) =>
    withScope(joined, scope, (tx, session) =>
      runOnce(tx, { workspaceId, actorId, mutationId, procedure: "archive.import" }, async () => {
        const now = app.now();
        const unknown = await storePeople(session, people, workspaceId, now);
        const counts = new Map<string, number>();
        for (const table of ARCHIVED_TABLES) {
          const change = table.of === "itself" ? (row: Row) => keepPolicy(row, workspace.policy, policy) : undefined;
          counts.set(table.name, await storeTable(session, archive, table, workspaceId, change));
        }
        await storeLog(session, archive, workspaceId);
        const imported: ImportedArchive = {
          caseId: of.id,
          title: of.title,
          workspace: workspace.name,
          sources: counts.get("sources") ?? 0,
          claims: counts.get("claims") ?? 0,
          tags: counts.get("tags") ?? 0,
          events: of.lastEvent,
          lastHash: of.lastHash,
          people: people.length,
          unknown,
          sha256,
        };
        const at = (await after(tx, of.id, now)).toISOString();
        const { lastEvent, lastHash } = of;
        const from = { workspace: workspace.name, generator, exportedAt, lastEvent, lastHash };
        const payload = { from, sha256, people: people.length, unknown };
        const event = { kind: "case.imported", subject: of.id, payload } as const;
        await appendEvents(tx, { caseId: of.id, workspaceId, actorId, mutationId, at }, [event]);
        return imported;
      }),
    ),
  );
}

/** Times of a log go forward only, also where the clock of the other server was ahead. */
async function after(tx: Parameters<typeof runOnce>[0], caseId: string, now: Date): Promise<Date> {
  const last = await tx.caseEvent.findFirst({ where: { caseId }, orderBy: { number: "desc" }, select: { at: true } });
  return last !== null && now <= last.at ? new Date(last.at.getTime() + 1) : now;
}

/**
 * What held in the case goes on holding: where the desk it comes from decided otherwise than this one, the case decides
 * that for itself. Otherwise blind cells could open, or open ones become blind, by being carried from here to there.
 */
function keepPolicy(row: Row, from: Record<string, unknown>, here: WorkspaceContext["policy"]): Row {
  const own = (row["policy"] ?? {}) as Record<string, unknown>;
  const before = readPolicy({ ...from, ...own });
  const kept = Object.entries(before).filter(([field, value]) => {
    const isSame = JSON.stringify(here[field as keyof typeof here]) === JSON.stringify(value);
    return !isSame && !(field in own);
  });
  return { ...row, policy: { ...own, ...Object.fromEntries(kept) } };
}
