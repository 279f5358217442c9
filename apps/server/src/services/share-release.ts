import { randomUUID } from "node:crypto";
import { withScope } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { CaseChange } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import { hashShareToken, shareToken } from "./share-token.ts";

export interface ShareRelease {
  mutationId: string;
  /** The release's number. */
  number: number;
  /** Whom it is for. */
  label: string;
  days: number;
}

export interface ShareView {
  id: string;
  number: number;
  label: string;
  /** Null where the link opens nothing any more, or cannot be shown again. */
  path: string | null;
  state: "open" | "expired" | "revoked";
  createdBy: string;
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  uses: number;
}

const DAY_MS = 24 * 3_600_000;

/** A link that opens one release for whoever has it. Its secret is in no table, the one of mutations included. */
export async function shareRelease(ctx: CaseContext, input: ShareRelease): Promise<CaseChange & { path: string }> {
  const { mutationId, number, label, days } = input;
  const { secret } = ctx.app;
  const call = { procedure: "share.create", mutationId };
  const made = await inCaseMutation<{ shareId: string }>(ctx, call, async ({ tx, at }) => {
    const { workspaceId, userId: createdBy } = ctx.scope;
    const { caseId } = ctx;
    const release = await tx.release.findFirst({ where: { caseId, number }, select: { id: true } });
    if (release === null) throw new DomainError("NOT_FOUND", "There is no such release in this case.");
    const id = randomUUID();
    const expiresAt = new Date(at.getTime() + days * DAY_MS);
    const tokenHash = hashShareToken(shareToken(secret, id));
    const of = { id, workspaceId, caseId, releaseId: release.id };
    await tx.shareLink.create({ data: { ...of, tokenHash, label, createdBy, createdAt: at, expiresAt } });
    const payload = { number, label, expiresAt: expiresAt.toISOString() };
    return { events: [{ kind: "share.created", subject: id, payload }], touched: {}, extra: { shareId: id } };
  });
  const { shareId, ...change } = made;
  return { ...(change as unknown as CaseChange), path: pathOf(secret, shareId) };
}

export function revokeShare(
  ctx: CaseContext,
  { mutationId, shareId }: { mutationId: string; shareId: string },
): Promise<CaseChange> {
  return inCaseMutation(ctx, { procedure: "share.revoke", mutationId }, async ({ tx, at }) => {
    const link = await tx.shareLink.findFirst({
      where: { id: shareId, caseId: ctx.caseId },
      select: { revokedAt: true, label: true, release: { select: { number: true } } },
    });
    if (link === null) throw new DomainError("NOT_FOUND", "There is no such link in this case.");
    if (link.revokedAt !== null) return { events: [], touched: {} };
    await tx.shareLink.update({ where: { id: shareId }, data: { revokedAt: at, revokedBy: ctx.scope.userId } });
    const payload = { number: link.release.number, label: link.label };
    return { events: [{ kind: "share.revoked", subject: shareId, payload }], touched: {} };
  });
}

/** Newest first. */
export function listShares(ctx: CaseContext): Promise<ShareView[]> {
  const now = ctx.app.now();
  const isOurs = (id: string, tokenHash: string) => hashShareToken(shareToken(ctx.app.secret, id)) === tokenHash;
  return withScope(ctx.app.db, ctx.scope, async (tx) => {
    const links = await tx.shareLink.findMany({
      where: { caseId: ctx.caseId },
      include: { release: { select: { number: true } } },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    });
    return links.map(({ id, label, createdBy, uses, tokenHash, release, ...times }) => {
      const { createdAt, expiresAt, revokedAt, lastUsedAt } = times;
      const state = revokedAt !== null ? "revoked" : expiresAt <= now ? "expired" : "open";
      return {
        id,
        number: release.number,
        label,
        // Under another secret the address cannot be worked out again; whoever has it can still open it.
        path: state === "open" && isOurs(id, tokenHash) ? pathOf(ctx.app.secret, id) : null,
        state,
        createdBy,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
        uses,
      };
    });
  });
}

function pathOf(secret: string, shareId: string): string {
  return `/s/${shareToken(secret, shareId)}`;
}
