import { DomainError } from "@assay/domain";
import type { App, Person } from "../context.ts";
import { id } from "../inputs/basics.ts";
import { findCaseAccess } from "../policies/case-access.ts";
import { getOriginal } from "../services/get-original.ts";

/** A source's file as received. Always a download: it is somebody else's bytes and never runs in this origin. */
export async function originalResponse(
  app: App,
  person: Person | null,
  caseId: string,
  sourceId: string,
): Promise<Response> {
  if (person === null) throw new DomainError("UNAUTHENTICATED", "Sign in first.");
  const ids = [id.safeParse(caseId), id.safeParse(sourceId)].flatMap((parsed) => (parsed.success ? [parsed.data] : []));
  const [ofCase, ofSource] = ids;
  if (ofCase === undefined || ofSource === undefined) throw new DomainError("NOT_FOUND", "There is no such source.");
  const access = await findCaseAccess(app.db, person.id, ofCase);
  if (access === null) throw new DomainError("NOT_FOUND", "There is no such case.");
  const { bytes, name, sha256 } = await getOriginal({ app, person, ...access, caseId: ofCase }, ofSource);
  const ascii = name.replace(/[^\w.-]+/g, "_");
  return new Response(bytes, {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Assay-Sha256": sha256,
      "Cache-Control": "private, no-cache",
    },
  });
}
