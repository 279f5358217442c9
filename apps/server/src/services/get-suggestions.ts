import { createHash } from "node:crypto";
import { BUILT_IN, PROMPT_HASH } from "@assay/assist";
import type { SourceDifference } from "@assay/assist";
import { Prisma, readScoped, withScope } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { DismissalView } from "@assay/domain";
import type { KeptReading } from "../assist/assist-reader.ts";
import { ReadingFailure } from "../assist/reading-thread.ts";
import type {
  CaseReading,
  CaseSuggestions,
  CellAnswer,
  ClaimAnswer,
  Keyed,
  ReadCell,
  ReadingStatus,
} from "../assist/case-suggestions.ts";
import type { TaskClaim } from "../assist/reading-task.ts";
import type { CaseContext } from "../context.ts";
import { modelTask, readerOf } from "./model-task.ts";
import type { ReaderSettings } from "./model-task.ts";
import { iso } from "./case-json.ts";

interface MaterialSource {
  id: string;
  revisionId: string;
  sha256: string;
  /** UTF-16 code units. */
  length: number;
  published: string | null;
  language: string | null;
}

/** What a reading of the case rests on now: its newest texts and its claims as they are worded. */
interface Material {
  sources: MaterialSource[];
  claims: (TaskClaim & { origin: string | null })[];
  dismissed: DismissalView[];
  settings: ReaderSettings | null;
}

export interface SuggestionsWanted {
  again?: boolean | undefined;
  /** The key of the reading that the client has already: pages ask often while another is being made. */
  have?: string | undefined;
  /** Without the lists of what may be made of the texts: of long transcripts they are megabytes. */
  outline?: boolean | undefined;
}

export async function getSuggestions(
  ctx: CaseContext,
  { again = false, have, outline = false }: SuggestionsWanted = {},
): Promise<CaseSuggestions> {
  const material = await readMaterial(ctx);
  const { kept, ...status } = ask(ctx, material, again);
  const { dismissed, settings } = material;
  const made = material.claims.flatMap(({ id, origin }) => (origin === null ? [] : [[origin, id] as const]));
  const readingKey = kept === null ? null : hashOf([kept.key, made]);
  const answer = { ...status, readingKey, reader: readerOf(settings), dismissed };
  if (kept === null || readingKey === have) return { ...answer, reading: null, unchanged: kept !== null };
  const reading = JSON.parse(kept.reading) as CaseReading;
  if (outline) return { ...answer, reading: outlineOf(reading), unchanged: false };
  const claims = new Map(made);
  for (const source of reading.sources) {
    for (const claim of source.claims) claim.claimId = claims.get(claim.key) ?? null;
  }
  return { ...answer, reading, unchanged: false };
}

/** What is asked of the whole case while one works on its claims: which cells, and how claims hang together. */
function outlineOf({ sources, report, ...rest }: CaseReading): CaseReading {
  const lists = { differences: [], quotes: [], contradictions: [], shared: [], omissions: [] };
  return { ...rest, sources: sources.map((source) => ({ ...source, claims: [] })), report: { ...report, ...lists } };
}

export async function getSuggestedCell(
  ctx: CaseContext,
  { claimId, sourceId }: { claimId: string; sourceId: string },
): Promise<CellAnswer> {
  const material = await readMaterial(ctx);
  if (!material.sources.some(({ id }) => id === sourceId)) {
    throw new DomainError("NOT_FOUND", "There is no such source in this case.");
  }
  const { status, identity, cells } = readClaim(ctx, material, claimId);
  return { ...status, identity, cell: cells.find(({ source }) => source === sourceId) ?? null };
}

export async function getSuggestedClaim(ctx: CaseContext, { claimId }: { claimId: string }): Promise<ClaimAnswer> {
  const { status, identity, cells, kept } = readClaim(ctx, await readMaterial(ctx), claimId);
  const all = cells.length === 0 ? [] : (JSON.parse(kept?.differences ?? "[]") as Keyed<SourceDifference>[]);
  const differences = all.filter((one) => one.about.includes(claimId) || touches(one, cells));
  return { ...status, identity, cells, differences };
}

/** Both its sides lie in passages that were found for the claim. */
function touches({ a, b }: SourceDifference, cells: readonly ReadCell[]): boolean {
  return [a, b].every((side) => {
    const passages = cells.find(({ source }) => source === side.source)?.passages ?? [];
    return passages.some(({ start, end }) => start < side.end && side.start < end);
  });
}

function readClaim(ctx: CaseContext, material: Material, claimId: string) {
  const claim = material.claims.find(({ id }) => id === claimId);
  if (claim === undefined) throw new DomainError("NOT_FOUND", "There is no such claim in this case.");
  const { kept, ...status }: ReadingStatus & { kept: KeptReading | null } = ask(ctx, material, false);
  const written = kept?.cells.find(([id]) => id === claimId)?.[1];
  const all = written === undefined ? [] : (JSON.parse(written) as ReadCell[]);
  const cells = all.filter(({ claimVersion }) => claimVersion === claim.version);
  return { status, cells, kept, identity: cells.length === 0 ? null : (kept?.identity ?? null) };
}

function ask(ctx: CaseContext, material: Material, again: boolean) {
  const { sources, claims, settings } = material;
  const basis = {
    reader: [BUILT_IN, PROMPT_HASH, settings],
    sources: sources.map(({ id, sha256, published, language }) => [id, sha256, published, language]),
    claims: claims.map(({ id, version, text, type }) => [id, version, text, type]),
  };
  const key = hashOf(basis);
  const revisionIds = sources.map(({ revisionId }) => revisionId);
  const byModel = settings !== null && settings.reader !== "built-in";
  const load = async () => {
    const texts = await readTexts(ctx, sources);
    return {
      sources: sources.map(({ id, revisionId, published, language }) => {
        return { id, revisionId, published, language, text: texts.get(revisionId) ?? "" };
      }),
      claims: claims.map(({ id, version, text, type }) => ({ id, version, text, type })),
      ...(await modelTask(ctx)),
    };
  };
  return ctx.app.assist.ask({ caseId: ctx.caseId, key, revisionIds, byModel, load }, again);
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

/** Half a million words: what takes longer to read than anybody waits. */
const MOST_TEXT = 3_000_000;
const TOO_MUCH =
  "These sources are too long to be read for suggestions. Split the case, or cut sources down to the part that is being checked.";

/** From memory where a text was read lately. */
async function readTexts(ctx: CaseContext, sources: readonly MaterialSource[]): Promise<Map<string, string>> {
  if (sources.reduce((sum, { length }) => sum + length, 0) > MOST_TEXT) throw new ReadingFailure(TOO_MUCH);
  const texts = new Map<string, string>();
  for (const { revisionId, length } of sources) {
    const read = async () => {
      const where = { id: revisionId, caseId: ctx.caseId };
      const row = await withScope(ctx.app.db, ctx.scope, (tx) => tx.sourceRevision.findFirst({ where, select: { text: true } }));
      return row?.text ?? "";
    };
    texts.set(revisionId, await ctx.app.texts.get(revisionId, length, read));
  }
  return texts;
}

/** Sources that were taken out are not read, claims that were withdrawn not looked for. No column of any tag is read here (B1). */
async function readMaterial(ctx: CaseContext): Promise<Material> {
  const rows = await readScoped(
    ctx.app.db,
    ctx.scope,
    (queries) => queries.$queryRaw<{ json: string }[]>`
      SELECT json_build_object(
        'sources', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'revisionId', r.id, 'sha256', r.sha256, 'length', r.length,
            'published', s.published_at, 'language', s.language) ORDER BY s.number), '[]')
          FROM sources s JOIN LATERAL (SELECT id, sha256, length FROM source_revisions WHERE source_id = s.id
            ORDER BY number DESC LIMIT 1) r ON true
          WHERE s.case_id = c.id AND s.removed_at IS NULL),
        'claims', (SELECT coalesce(json_agg(json_build_object('id', k.id, 'version', k.version, 'text', k.text,
            'type', k.type, 'origin', k.suggestion->>'key') ORDER BY k.number), '[]')
          FROM claims k WHERE k.case_id = c.id AND k.withdrawn_at IS NULL),
        'settings', (SELECT json_build_object('version', a.version, 'reader', a.reader, 'baseUrl', a.base_url,
            'folder', a.folder, 'model', a.model)
          FROM assist_settings a WHERE a.workspace_id = c.workspace_id),
        'dismissed', ${dismissalsJson()})::text AS json
      FROM cases c WHERE c.id = ${ctx.caseId}::uuid`,
  );
  return JSON.parse(rows[0]?.json ?? '{"sources":[],"claims":[],"dismissed":[],"settings":null}') as Material;
}

function dismissalsJson(): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('kind', d.kind, 'key', d.key, 'by', d.dismissed_by,
      'at', ${iso("d.dismissed_at")}) ORDER BY d.dismissed_at, d.kind, d.key), '[]')
    FROM suggestion_dismissals d WHERE d.case_id = c.id AND d.restored_at IS NULL)`;
}
