import { Prisma } from "@assay/db";
import type { Tx } from "@assay/db";
import type { CaseChange } from "@assay/domain";
import {
  adjudicationsJson,
  caseHead,
  claimsJson,
  overridesJson,
  reviewsJson,
  sourcesJson,
  tagsJson,
} from "./case-json.ts";

/** Ids of what a mutation touched. Kinds that it left alone are left out of the answer. */
export interface Touched {
  case?: true;
  sources?: string[];
  claims?: string[];
  tags?: string[];
  reviews?: string[];
  adjudications?: string[];
  overrides?: string[];
  removedOverrides?: string[];
}

interface Head {
  lastEvent: number;
  lastHash: string;
}

/** The new values of everything touched, read back in the transaction that touched them. */
export async function loadChange(tx: Tx, caseId: string, touched: Touched, head: Head): Promise<CaseChange> {
  const pieces: Prisma.Sql[] = [];
  const piece = (key: string, value: Prisma.Sql) => pieces.push(Prisma.sql`${Prisma.raw(`'${key}'`)}, ${value}`);
  if (touched.case) piece("case", Prisma.sql`json_build_object(${caseHead()})`);
  if (touched.sources?.length) piece("sources", sourcesJson(touched.sources));
  if (touched.claims?.length) piece("claims", claimsJson(touched.claims));
  if (touched.tags?.length) piece("tags", tagsJson(touched.tags));
  if (touched.reviews?.length) piece("reviews", reviewsJson(touched.reviews));
  if (touched.adjudications?.length) piece("adjudications", adjudicationsJson(touched.adjudications));
  if (touched.overrides?.length) piece("overrides", overridesJson(touched.overrides));
  const change: CaseChange = { lastEvent: head.lastEvent, lastHash: head.lastHash };
  if (touched.removedOverrides?.length) change.removedOverrides = touched.removedOverrides;
  if (pieces.length === 0) return change;
  const rows = await tx.$queryRaw<{ json: string }[]>`
    SELECT json_build_object(${Prisma.join(pieces)})::text AS json FROM cases c WHERE c.id = ${caseId}::uuid`;
  return { ...change, ...(JSON.parse(rows[0]?.json ?? "{}") as Partial<CaseChange>) };
}
