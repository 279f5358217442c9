import { Prisma, runSql } from "@assay/db";
import type { Session, Tx } from "@assay/db";
import { DomainError, anchorMatches, checkTagContent, keptLost, makeAnchor } from "@assay/domain";
import type { Evidence, TagContent, TagContext } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import type { SentTagContent } from "../inputs/tag-inputs.ts";
import { refusalError } from "../policies/refuse.ts";
import { NO_SOURCE, refuseRemoved } from "./find-source.ts";
import type { Work } from "./in-case-mutation.ts";

export interface Judged extends TagContext {
  revisionId: string;
  text: string;
}

/** The revision a tag judges. It has to be the source's current one: nobody reads an older one by choice. */
export async function findJudged(
  { app, caseId }: CaseContext,
  { tx, session }: Pick<Work, "tx" | "session">,
  sourceId: string,
  revisionId: string,
): Promise<Judged> {
  const revision = await tx.sourceRevision.findFirst({
    where: { caseId, sourceId },
    orderBy: { number: "desc" },
    select: { id: true, sha256: true, completeness: true, length: true, source: { select: { number: true, removedAt: true } } },
  });
  if (revision === null) throw new DomainError("NOT_FOUND", NO_SOURCE);
  refuseRemoved(revision.source);
  if (revision.id !== revisionId) throw await otherRevision(tx, sourceId, revisionId, revision.id);
  const { id, sha256, length, completeness } = revision;
  const text = await app.texts.get(id, length, () => readText(session, id));
  return { revisionId: id, text, completeness, revisionSha256: sha256, textLength: length };
}

/** Past Prisma, which would copy a long text several times. */
async function readText(session: Session, revisionId: string): Promise<string> {
  const [row] = await runSql<{ text: string }>(
    session,
    Prisma.sql`SELECT text FROM source_revisions WHERE id = ${revisionId}::uuid`,
  );
  if (row === undefined) throw new Error(`Revision ${revisionId} was there a moment ago`);
  return row.text;
}

async function otherRevision(tx: Tx, sourceId: string, revisionId: string, current: string): Promise<DomainError> {
  const known = await tx.sourceRevision.findFirst({ where: { id: revisionId, sourceId }, select: { id: true } });
  if (known === null) return new DomainError("NOT_FOUND", "There is no such revision of this source.");
  return new DomainError("CONFLICT", "This source has a newer revision. Reload it and select the passage again.", {
    current: { revisionId: current },
    yours: { revisionId },
  });
}

/**
 * A sent content as it is stored: every passage proved against the text, its surroundings read from there (X1, X3). Of
 * the passages that the tag has `lost` any may be sent along as they are, until a person says where they are (X4).
 */
export function readTagContent(sent: SentTagContent, judged: Judged, lost: readonly Evidence[] = []): TagContent {
  const evidence = sent.evidence.map((passage) => keptLost(passage, lost) ?? readPassage(passage, judged.text));
  const content: TagContent = { ...sent, evidence };
  const formed = checkTagContent(content, judged);
  if (!formed.ok) throw refusalError(formed, { field: "content" });
  return content;
}

function readPassage(passage: SentTagContent["evidence"][number], text: string): Evidence {
  const { id, role, start, end, exact } = passage;
  if (end > text.length || !anchorMatches(text, { start, end, exact })) {
    throw invalidPassage("X1", "A passage is not what stands at its place in the source. Select it again.", id);
  }
  try {
    return { id, role, ...makeAnchor(text, start, end) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw invalidPassage("X3", "A passage begins or ends inside a character. Select it again.", id);
  }
}

function invalidPassage(rule: string, message: string, evidenceId: string): DomainError {
  return new DomainError("INVALID", message, { rule, field: "content.evidence", evidenceId });
}
