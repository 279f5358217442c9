import { readEvents, sha256, withScope } from "@assay/db";
import { DomainError, GENESIS_HASH, verifyChain } from "@assay/domain";
import type { CaseEvent } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { readSeenEvents } from "./read-seen-events.ts";
import { hasBlindCell, hasBlindCellJson, seenHeadJson } from "./seal-json.ts";

export interface LogHead {
  lastEvent: number;
  lastHash: string;
}

/** Where the log ends for the asking person; no hash while a cell is blind (see seeCase). */
export function readHead(ctx: CaseContext): Promise<LogHead> {
  return withScope(ctx.app.db, ctx.scope, async (tx) => {
    const [head] = await tx.$queryRaw<LogHead[]>`
      SELECT ${seenHeadJson(ctx.person.id)} AS "lastEvent",
        CASE WHEN ${hasBlindCellJson()} THEN '' ELSE c.last_hash END AS "lastHash"
      FROM cases c WHERE c.id = ${ctx.caseId}::uuid`;
    if (head === undefined) throw new DomainError("NOT_FOUND", "There is no such case.");
    return head;
  });
}

export function readLog(ctx: CaseContext, after: number, limit: number): Promise<{ events: CaseEvent[] }> {
  return withScope(ctx.app.db, ctx.scope, async (tx) => ({ events: await readSeenEvents(ctx, tx, { after, limit }) }));
}

/** While cells are blind a number of entries would tell how much happens in them (B1): null. */
export type LogCheck =
  | { ok: true; events: number | null; lastHash: string | null }
  | { ok: false; number: number | null; reason: string };

const PART = 1000;
const BROKEN = "The log of this case was altered. Where is not told while cells are blind.";

/** Follows the chain from the first entry to the head that the case remembers (E1, E2), a part at a time. */
export function verifyLog(ctx: CaseContext): Promise<LogCheck> {
  return withScope(ctx.app.db, ctx.scope, async (tx) => {
    const select = { lastEvent: true, lastHash: true } as const;
    const { lastEvent, lastHash } = await tx.case.findUniqueOrThrow({ where: { id: ctx.caseId }, select });
    const isBlind = await hasBlindCell(tx, ctx.caseId);
    let after = { number: 0, hash: GENESIS_HASH };
    for (;;) {
      const events = await readEvents(tx, ctx.caseId, after.number, PART);
      // What was written after the head was read is somebody's next change, not part of this check.
      const part = events.filter((event) => event.number <= lastEvent);
      const isLast = part.length < PART;
      const ends = isLast ? { after, head: { number: lastEvent, hash: lastHash } } : { after };
      const checked = verifyChain(part, sha256, ends);
      if (!checked.ok) {
        return isBlind
          ? { ok: false, number: null, reason: BROKEN }
          : { ok: false, number: checked.number, reason: checked.reason };
      }
      const last = part.at(-1);
      if (isLast || last === undefined) {
        return isBlind ? { ok: true, events: null, lastHash: null } : { ok: true, events: lastEvent, lastHash };
      }
      after = { number: last.number, hash: last.hash };
    }
  });
}
