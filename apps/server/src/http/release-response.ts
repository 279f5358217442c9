import { DomainError, can } from "@assay/domain";
import { withScope } from "@assay/db";
import { REPORT_FORMAT_NAMES } from "@assay/reports";
import type { App, Person } from "../context.ts";
import { id } from "../inputs/basics.ts";
import { findCaseAccess } from "../policies/case-access.ts";
import { releaseFile } from "../services/release-file.ts";

const NOT_THERE = "There is no such release in this case.";

/** A release as a file, the same bytes each time (R2). Always a download; read in a page it runs nothing. */
export async function releaseResponse(
  app: App,
  person: Person | null,
  { caseId, number, format }: { caseId: string; number: string; format: string },
): Promise<Response> {
  if (person === null) throw new DomainError("UNAUTHENTICATED", "Sign in first.");
  const wanted = id.safeParse(caseId);
  const known = REPORT_FORMAT_NAMES.find((name) => name === format);
  if (!wanted.success || known === undefined || !/^[1-9]\d{0,6}$/.test(number)) {
    throw new DomainError("NOT_FOUND", NOT_THERE);
  }
  const access = await findCaseAccess(app.db, person.id, wanted.data);
  if (access === null || !can(access.role, "export")) throw new DomainError("NOT_FOUND", "There is no such case.");
  const release = await withScope(app.db, access.scope, (tx) =>
    tx.release.findFirst({ where: { caseId: wanted.data, number: Number(number) }, select: { id: true } }),
  );
  if (release === null) throw new DomainError("NOT_FOUND", NOT_THERE);
  const { bytes, mediaType, filename, sha256 } = await releaseFile(app, access.scope, release.id, known);
  return new Response(bytes, {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="${filename}"`,
      "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:",
      "X-Assay-Sha256": sha256,
      "Cache-Control": "private, no-cache",
    },
  });
}
