import { Prisma, runSql } from "@assay/db";
import { DomainError, isBlindCell } from "@assay/domain";
import type { CaseChange, SuggestionKind } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import type { NamedSuggestion } from "../inputs/assist-inputs.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import type { Work } from "./in-case-mutation.ts";
import { readBlindness } from "./see-answer.ts";

export interface DismissSuggestions {
  mutationId: string;
  items: readonly NamedSuggestion[];
}

interface Moved {
  kind: SuggestionKind;
  key: string;
}

/** What the desk does not want to see again in this case. Dismissing what is dismissed already changes nothing. */
export function dismissSuggestions(ctx: CaseContext, { mutationId, items }: DismissSuggestions): Promise<CaseChange> {
  return inCaseMutation(ctx, { procedure: "assist.dismiss", mutationId }, async (work) => {
    await refuseBlindCells(ctx, work, items);
    const { workspaceId, userId } = ctx.scope;
    const moved = await runSql<Moved>(
      work.session,
      Prisma.sql`INSERT INTO suggestion_dismissals AS known (case_id, kind, key, workspace_id, dismissed_by, dismissed_at)
        SELECT ${ctx.caseId}::uuid, named.kind, named.key, ${workspaceId}::uuid, ${userId}, ${work.at}::timestamptz
        FROM (${namedSql(items)}) named
        ON CONFLICT (case_id, kind, key) DO UPDATE SET version = known.version + 1, restored_at = NULL,
          dismissed_by = excluded.dismissed_by, dismissed_at = excluded.dismissed_at
          WHERE known.restored_at IS NOT NULL
        RETURNING kind, key`,
    );
    return doneOf(ctx, "suggestion.dismissed", moved);
  });
}

export function restoreSuggestions(ctx: CaseContext, { mutationId, items }: DismissSuggestions): Promise<CaseChange> {
  return inCaseMutation(ctx, { procedure: "assist.restore", mutationId }, async (work) => {
    await refuseBlindCells(ctx, work, items);
    const moved = await runSql<Moved>(
      work.session,
      Prisma.sql`UPDATE suggestion_dismissals d SET version = d.version + 1, restored_at = ${work.at}::timestamptz
        FROM (${namedSql(items)}) named
        WHERE d.case_id = ${ctx.caseId}::uuid AND d.kind = named.kind AND d.key = named.key AND d.restored_at IS NULL
        RETURNING d.kind, d.key`,
    );
    return doneOf(ctx, "suggestion.restored", moved);
  });
}

function namedSql(items: readonly NamedSuggestion[]): Prisma.Sql {
  const rows = JSON.stringify(items.map(({ kind, key }) => ({ kind, key })));
  return Prisma.sql`SELECT DISTINCT kind, key FROM jsonb_to_recordset(${rows}::jsonb) AS named (kind text, key text)`;
}

function doneOf(ctx: CaseContext, kind: "suggestion.dismissed" | "suggestion.restored", moved: readonly Moved[]) {
  const order = (one: Moved) => `${one.kind} ${one.key}`;
  const items = moved.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  if (items.length === 0) return { events: [], touched: { dismissals: true } as const };
  return { events: [{ kind, subject: ctx.caseId, payload: { items } }], touched: { dismissals: true } as const };
}

const WHILE_BLIND =
  "This cell is blind: dismissing its suggestion would tell others what you think of it. Leave it, or tag the cell.";

async function refuseBlindCells(ctx: CaseContext, { tx }: Work, items: readonly NamedSuggestion[]): Promise<void> {
  const cells = items.flatMap((item) => (item.kind === "cell" ? [item] : []));
  if (cells.length === 0) return;
  const { caseId } = ctx;
  const claims = await tx.claim.count({ where: { caseId, id: { in: cells.map(({ claimId }) => claimId) } } });
  const sources = await tx.source.count({ where: { caseId, id: { in: cells.map(({ sourceId }) => sourceId) } } });
  if (claims < new Set(cells.map(({ claimId }) => claimId)).size || sources < new Set(cells.map(({ sourceId }) => sourceId)).size) {
    throw new DomainError("NOT_FOUND", "There is no such cell in this case.");
  }
  const blindness = await readBlindness(tx, caseId);
  if (cells.some((cell) => isBlindCell(blindness, cell))) throw new DomainError("REFUSED", WHILE_BLIND, { rule: "B1" });
}
