import { QUEUE_DUE, QUEUE_HOLDERS, QUEUE_KINDS, QUEUE_REASONS, QUEUE_SORTS } from "@assay/domain";
import type { QueueDue, QueueFilter, QueueHolder, QueueKind, QueueReason, QueueSort } from "@assay/domain";

/** The whole view of my work stands in the address: it can be kept, shared and stepped back to. */
export interface WorkSearch {
  kind?: QueueKind;
  case?: string;
  source?: string;
  person?: string;
  why?: QueueReason;
  due?: QueueDue;
  held?: QueueHolder;
  sort?: QueueSort;
}

/** What is refused is named as undefined, so that a mistyped address opens the page. */
export function workSearch(raw: Record<string, unknown>): WorkSearch {
  return {
    kind: QUEUE_KINDS.find((one) => one === raw.kind),
    case: uuid(raw.case),
    source: uuid(raw.source),
    person: typeof raw.person === "string" && raw.person !== "" ? raw.person.slice(0, 200) : undefined,
    why: QUEUE_REASONS.find((one) => one === raw.why),
    due: QUEUE_DUE.find((one) => one === raw.due),
    held: QUEUE_HOLDERS.find((one) => one === raw.held),
    sort: QUEUE_SORTS.find((one) => one === raw.sort),
  };
}

export function filterOf(search: WorkSearch): QueueFilter {
  const { kind, case: caseId, source: sourceId, person: authorId, why, due, held: holder } = search;
  const filter = { kind, caseId, sourceId, authorId, why, due, holder };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** Filters beside the kind, which has tabs of its own. */
export function isFiltered({ kind: _, sort: __, ...filters }: WorkSearch): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

function uuid(value: unknown): string | undefined {
  return typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value : undefined;
}
