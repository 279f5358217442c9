import { readEvents, sha256, withScope } from "@assay/db";
import { GENESIS_HASH, verifyChain } from "@assay/domain";
import type { CaseEvent } from "@assay/domain";
import type { CaseContext } from "../context.ts";

export interface LogHead {
  lastEvent: number;
  lastHash: string;
}

export async function readHead(ctx: CaseContext): Promise<LogHead> {
  return withScope(ctx.app.db, ctx.scope, (tx) =>
    tx.case.findUniqueOrThrow({ where: { id: ctx.caseId }, select: { lastEvent: true, lastHash: true } }),
  );
}

export async function readLog(ctx: CaseContext, after: number, limit: number): Promise<{ events: CaseEvent[] }> {
  return withScope(ctx.app.db, ctx.scope, async (tx) => ({ events: await readEvents(tx, ctx.caseId, after, limit) }));
}

export type LogCheck = { ok: true; events: number; lastHash: string } | { ok: false; number: number; reason: string };

const PART = 1000;

/** Follows the chain from the first entry to the head that the case remembers (E1, E2), a part at a time. */
export async function verifyLog(ctx: CaseContext): Promise<LogCheck> {
  const { lastEvent, lastHash } = await readHead(ctx);
  let after = { number: 0, hash: GENESIS_HASH };
  for (;;) {
    const { events } = await readLog(ctx, after.number, PART);
    // What was written after the head was read is somebody's next change, not part of this check.
    const part = events.filter((event) => event.number <= lastEvent);
    const isLast = part.length < PART;
    const ends = isLast ? { after, head: { number: lastEvent, hash: lastHash } } : { after };
    const checked = verifyChain(part, sha256, ends);
    if (!checked.ok) return { ok: false, number: checked.number, reason: checked.reason };
    const last = part.at(-1);
    if (isLast || last === undefined) return { ok: true, events: lastEvent, lastHash };
    after = { number: last.number, hash: last.hash };
  }
}
