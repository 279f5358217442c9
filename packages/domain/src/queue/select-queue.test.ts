import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workCases } from "../testing/work-cases.ts";
import { QUEUE_KINDS, QUEUE_REASONS } from "./queue-item.ts";
import { queueOf } from "./queue-of.ts";
import { QUEUE_DUE, QUEUE_HOLDERS, QUEUE_SORTS, dueOf, selectQueue } from "./select-queue.ts";
import type { QueueAsk, QueueEntry } from "./select-queue.ts";

const LEA = { id: "lea", role: "lead" } as const;
const ASK: QueueAsk = { filter: {}, sort: "due", today: "2025-03-02", cursor: null, limit: 3 };

const entries: fc.Arbitrary<QueueEntry[]> = fc.array(workCases, { minLength: 1, maxLength: 3 }).map((views) =>
  views.flatMap((view, place) =>
    queueOf(view, LEA).map((item) => ({
      ...item,
      id: `${place} ${item.id}`,
      caseId: `k${place}`,
      caseTitle: `Case ${place}`,
      claim: { number: Number(item.claimId?.slice(1)), text: "" },
      source: { number: Number(item.sourceId?.slice(1)), name: item.sourceId ?? "" },
      authorName: item.authorId,
      reason: "",
      opened: false,
    })),
  ),
);

const asks: fc.Arbitrary<QueueAsk> = fc.record({
  filter: fc.record(
    {
      kind: fc.constantFrom(...QUEUE_KINDS),
      caseId: fc.constantFrom("k0", "k1", "k2"),
      sourceId: fc.constantFrom("s1", "s2"),
      authorId: fc.constantFrom("ann", "bob"),
      why: fc.constantFrom(...QUEUE_REASONS),
      due: fc.constantFrom(...QUEUE_DUE),
      holder: fc.constantFrom(...QUEUE_HOLDERS),
    },
    { requiredKeys: [] },
  ),
  sort: fc.constantFrom(...QUEUE_SORTS),
  today: fc.constant("2025-03-02"),
  cursor: fc.constant(null),
  limit: fc.integer({ min: 1, max: 5 }),
});

function allPages(list: QueueEntry[], ask: QueueAsk): string[] {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page = selectQueue(list, { ...ask, cursor });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

describe("a page of work", () => {
  it("counts of every kind exactly what its list holds, page after page, whatever the filter and order", () => {
    fc.assert(
      fc.property(entries, asks, (list, ask) => {
        const { counts } = selectQueue(list, ask);
        for (const kind of QUEUE_KINDS) {
          const ids = allPages(list, { ...ask, filter: { ...ask.filter, kind } });
          expect(ids).toHaveLength(counts[kind]);
          expect(new Set(ids).size).toBe(ids.length);
        }
      }),
    );
  });

  it("counts of every case, source and author what choosing it would list", () => {
    fc.assert(
      fc.property(entries, asks, (list, ask) => {
        const { cases, sources, authors } = selectQueue(list, ask);
        for (const one of cases) {
          const chosen = selectQueue(list, { ...ask, filter: { ...ask.filter, caseId: one.id } });
          expect(chosen.counts).toEqual(one.counts);
        }
        const listed = (filter: QueueAsk["filter"]) => allPages(list, { ...ask, filter: { ...ask.filter, ...filter } }).length;
        for (const { id, count } of sources) expect(listed({ sourceId: id })).toBe(count);
        for (const { id, count } of authors) expect(listed({ authorId: id })).toBe(count);
      }),
    );
  });

  it("goes on where it was when work before the cursor is done meanwhile", () => {
    fc.assert(
      fc.property(entries, asks, (list, ask) => {
        const first = selectQueue(list, ask);
        if (first.nextCursor === null) return;
        const done = new Set(first.items.map(({ id }) => id));
        const left = list.filter(({ id }) => !done.has(id));
        const next = { ...ask, cursor: first.nextCursor };
        expect(selectQueue(left, next).items).toEqual(selectQueue(list, next).items);
      }),
    );
  });

  it("begins anew from a damaged cursor", () => {
    const list = fc.sample(entries, { numRuns: 1, seed: 7 })[0] ?? [];
    for (const cursor of ["", "{", "[1]", '["a"]']) {
      expect(selectQueue(list, { ...ASK, cursor }).items).toEqual(selectQueue(list, ASK).items);
    }
  });

  it("tells a day's nearness from the reader's own day", () => {
    const due = (dueOn: string | null) => dueOf({ dueOn }, "2025-02-26");
    expect(["2025-02-25", "2025-02-26", "2025-02-27", "2025-03-05", "2025-03-06", null].map(due)).toEqual([
      "overdue",
      "today",
      "week",
      "week",
      "later",
      "none",
    ]);
  });
});
