import { Prisma } from "@assay/db";
import type { Tx } from "@assay/db";
import type { CaseChange } from "@assay/domain";
import {
  adjudicationsJson,
  archivedAtJson,
  assignmentsJson,
  caseHead,
  claimsJson,
  openingsJson,
  overridesJson,
  policiesJson,
  removedSourcesJson,
  reviewsJson,
  sourcesJson,
  tagsJson,
  threadsJson,
} from "./case-json.ts";
import {
  correctionsJson,
  dismissalsCountJson,
  documentVersionJson,
  ratingScaleJson,
  ratingsJson,
  releasesJson,
  signOffsJson,
} from "./publication-json.ts";
import { sealedBeforeJson } from "./seal-json.ts";

/** Ids of what a mutation touched. Kinds that it left alone are left out of the answer. */
export interface Touched {
  case?: true;
  archivedAt?: true;
  sources?: string[];
  removedSources?: string[];
  claims?: string[];
  tags?: string[];
  reviews?: string[];
  adjudications?: string[];
  overrides?: string[];
  removedOverrides?: string[];
  /** What holds in the case and what it decides for itself. */
  policy?: true;
  openings?: true;
  assignments?: string[];
  endedAssignments?: string[];
  threads?: string[];
  ratings?: string[];
  ratingScale?: true;
  signOffs?: string[];
  removedSignOffs?: string[];
  corrections?: string[];
  releases?: string[];
  document?: true;
  dismissals?: true;
}

/** JSON of the new values of everything touched, over the row `c` of cases; null when nothing was. */
export function changeJson(touched: Touched): Prisma.Sql | null {
  const pieces: Prisma.Sql[] = [];
  const piece = (key: string, value: Prisma.Sql) => pieces.push(Prisma.sql`${Prisma.raw(`'${key}'`)}, ${value}`);
  if (touched.case) piece("case", Prisma.sql`json_build_object(${caseHead()})`);
  if (touched.archivedAt) piece("archivedAt", archivedAtJson());
  if (touched.sources?.length) piece("sources", sourcesJson(touched.sources));
  if (touched.removedSources?.length) piece("removedSources", removedSourcesJson(touched.removedSources));
  if (touched.claims?.length) piece("claims", claimsJson(touched.claims));
  if (touched.tags?.length) piece("tags", tagsJson(touched.tags));
  if (touched.reviews?.length) piece("reviews", reviewsJson(touched.reviews));
  if (touched.adjudications?.length) piece("adjudications", adjudicationsJson(touched.adjudications));
  if (touched.overrides?.length) piece("overrides", overridesJson(touched.overrides));
  if (touched.policy) pieces.push(policiesJson());
  if (touched.openings) piece("openings", openingsJson());
  if (touched.assignments?.length) piece("assignments", assignmentsJson(touched.assignments));
  if (touched.threads?.length) piece("threads", threadsJson(touched.threads));
  if (touched.ratingScale) piece("ratingScale", ratingScaleJson());
  if (touched.ratings?.length) piece("ratings", ratingsJson(touched.ratings));
  if (touched.signOffs?.length) piece("signOffs", signOffsJson(touched.signOffs));
  if (touched.corrections?.length) piece("corrections", correctionsJson(touched.corrections));
  if (touched.releases?.length) piece("releases", releasesJson(touched.releases));
  if (touched.dismissals) piece("dismissals", dismissalsCountJson());
  if (touched.document) piece("documentVersion", documentVersionJson());
  return pieces.length === 0 ? null : Prisma.sql`json_build_object(${Prisma.join(pieces)})`;
}

/** `changeJson` with what decides who may see how much of it, as it is stored (see Seal). */
export function answerJson(touched: Touched): Prisma.Sql {
  return Prisma.sql`(${changeJson(touched) ?? Prisma.sql`'{}'`})::jsonb || ${sealedBeforeJson()}`;
}

/** What is stored now of some entries, to be shown beside what somebody sent (E5). */
export async function loadCurrent(tx: Tx, caseId: string, wanted: Touched): Promise<Partial<CaseChange>> {
  const rows = await tx.$queryRaw<{ json: string }[]>`
    SELECT ${changeJson(wanted)}::text AS json FROM cases c WHERE c.id = ${caseId}::uuid`;
  return JSON.parse(rows[0]?.json ?? "{}") as Partial<CaseChange>;
}
