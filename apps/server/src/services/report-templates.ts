import { Prisma, readScoped } from "@assay/db";
import { DomainError, can } from "@assay/domain";
import type { SavedTemplateView, TemplateBlock } from "@assay/domain";
import type { WorkspaceContext } from "../context.ts";
import { inWorkspaceMutation } from "./in-workspace-mutation.ts";

const MOST = 200;

export async function listReportTemplates(ctx: WorkspaceContext): Promise<{ templates: SavedTemplateView[] }> {
  const rows = await readScoped(ctx.app.db, ctx.scope, (queries) =>
    queries.reportTemplate.findMany({
      where: { workspaceId: ctx.scope.workspaceId, removedAt: null },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
  );
  const templates = rows.map(({ id, name, blocks, createdBy, createdAt }) => {
    return { id, name, blocks: blocks as unknown as TemplateBlock[], createdBy, createdAt: createdAt.toISOString() };
  });
  return { templates };
}

export interface SaveReportTemplate {
  mutationId: string;
  id: string;
  name: string;
  blocks: TemplateBlock[];
}

export function saveReportTemplate(ctx: WorkspaceContext, input: SaveReportTemplate): Promise<{ id: string }> {
  const { mutationId, id, name, blocks } = input;
  const call = { procedure: "document.saveTemplate", mutationId };
  return inWorkspaceMutation(ctx, call, async ({ tx, now }) => {
    const { workspaceId } = ctx.scope;
    const known = await tx.reportTemplate.findMany({ where: { workspaceId, removedAt: null }, select: { name: true } });
    if (known.some((one) => one.name.toLocaleLowerCase("en") === name.toLocaleLowerCase("en"))) {
      const message = `There is a template called “${name}” already. Take another name, or remove that one first.`;
      throw new DomainError("ALREADY_EXISTS", message, { existing: name });
    }
    if (known.length >= MOST) {
      const message = `A desk keeps up to ${MOST} templates. Remove one first.`;
      throw new DomainError("REFUSED", message, { rule: "templates" });
    }
    const data = { id, workspaceId, name, createdBy: ctx.person.id, createdAt: now };
    await tx.reportTemplate.create({ data: { ...data, blocks: blocks as unknown as Prisma.InputJsonArray } });
    return { id };
  });
}

/** By whoever made it, or by a lead. */
export function removeReportTemplate(
  ctx: WorkspaceContext,
  { mutationId, templateId }: { mutationId: string; templateId: string },
): Promise<{ id: string }> {
  const call = { procedure: "document.removeTemplate", mutationId };
  return inWorkspaceMutation(ctx, call, async ({ tx, now }) => {
    const found = await tx.reportTemplate.findFirst({ where: { id: templateId, removedAt: null } });
    if (found === null) throw new DomainError("NOT_FOUND", "There is no such template on this desk.");
    if (found.createdBy !== ctx.person.id && !can(ctx.role, "manage_case")) {
      throw new DomainError("FORBIDDEN", "Only who made a template, or a lead, removes it. Ask a lead.");
    }
    await tx.reportTemplate.update({ where: { id: templateId }, data: { removedAt: now } });
    return { id: templateId };
  });
}
