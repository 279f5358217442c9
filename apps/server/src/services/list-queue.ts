import { queueOf, seeCase, selectQueue, sourceName } from "@assay/domain";
import type { QueueAsk, QueueEntry, QueuePage } from "@assay/domain";
import type { WorkspaceContext } from "../context.ts";
import { loadWork } from "./load-work.ts";
import type { WorkCase } from "./load-work.ts";

/** One person's work across the cases of a workspace; in each case it is what the case's own page derives. */
export async function listQueue(ctx: WorkspaceContext, ask: QueueAsk): Promise<QueuePage> {
  const cases = await loadWork(ctx);
  return selectQueue(cases.flatMap((one) => entriesOf(one, ctx)), ask);
}

function entriesOf({ view, opened }: WorkCase, ctx: WorkspaceContext): QueueEntry[] {
  const claims = new Map(view.claims.map(({ id, number, text }) => [id, { number, text }]));
  const sources = new Map(view.sources.map((one) => [one.id, { number: one.number, name: sourceName(one) }]));
  const names = new Map(view.people.map(({ id, name }) => [id, name]));
  const reasons = new Map(
    view.tags.filter(({ authorId }) => authorId === ctx.person.id).map(({ id, stateReason }) => [id, stateReason]),
  );
  return queueOf(seeCase(view, ctx.person.id), { id: ctx.person.id, role: ctx.role }).map((item) => ({
    ...item,
    caseId: view.id,
    caseTitle: view.title,
    claim: claims.get(item.claimId ?? "") ?? null,
    source: sources.get(item.sourceId ?? "") ?? null,
    authorName: item.authorId === null ? null : (names.get(item.authorId) ?? ""),
    reason: item.kind === "to_tag" ? (reasons.get(item.tagId ?? "") ?? "") : "",
    opened: opened.has(`${item.tagId} ${item.tagVersion}`),
  }));
}
