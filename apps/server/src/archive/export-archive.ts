import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runSql } from "@assay/db";
import { Prisma } from "@assay/db";
import { DomainError, can, lackingAbility } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { hasBlindCellJson } from "../services/seal-json.ts";
import { packCase } from "./pack-case.ts";
import type { Packed } from "./pack-case.ts";
import { readFrozen } from "./read-frozen.ts";

export interface ArchiveFile extends Packed {
  path: string;
  size: number;
  filename: string;
  /** Removes the file. */
  remove(): Promise<void>;
}

const BLIND =
  "An archive holds everything, and cells of this case are still blind: nobody may have others’ work in them yet. " +
  "Make it when they have opened, or ask for one tag per cell in the case’s policy.";

/**
 * The whole case as a file on this server's disk. For those who manage cases; and for nobody while a cell is blind
 * (B1), a rule that looks at the policy and at openings alone, so that the refusal tells nothing.
 */
export async function exportArchive(ctx: CaseContext): Promise<ArchiveFile> {
  const { app, scope, role, caseId } = ctx;
  if (!can(role, "manage_case")) throw new DomainError("FORBIDDEN", lackingAbility(role, "manage_case"));
  const folder = await mkdtemp(join(tmpdir(), "assay-archive-"));
  const path = join(folder, "case.assay.zip");
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const packed = await readFrozen(app.db, scope, async (session) => {
      const [row] = await runSql<{ blind: boolean }>(
        session,
        Prisma.sql`SELECT ${hasBlindCellJson()} AS blind FROM cases c WHERE c.id = ${caseId}::uuid`,
      );
      if (row === undefined) throw new DomainError("NOT_FOUND", "There is no such case.");
      if (row.blind) throw new DomainError("REFUSED", BLIND, { rule: "B1" });
      return packCase(session, { caseId, path, generator: `Assay ${app.version}`, at: app.now() });
    });
    const { size } = await stat(path);
    return { ...packed, path, size, filename: fileName(packed.manifest), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

function fileName({ case: of, exportedAt }: Packed["manifest"]): string {
  const stem = of.title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/gu, "");
  return `${stem === "" ? "case" : stem}-${exportedAt.slice(0, 10)}.assay.zip`;
}
