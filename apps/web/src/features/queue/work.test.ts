import type { QueueEntry } from "@assay/domain";
import { describe, expect, it } from "vitest";
import { filterOf, isFiltered, workSearch } from "./work-search.ts";
import { dueWords, placeOfWork, todayOf } from "./work-words.ts";

const CASE = "6f9619ff-8b86-4011-b42d-00c04fc964ff";
const NOW = new Date(2026, 9, 10, 23, 30);

describe("the address of my work", () => {
  it("keeps what it understands and drops the rest", () => {
    const search = workSearch({ kind: "to_review", case: CASE, source: "all of them", due: "today", sort: "loudest" });
    expect(filterOf(search)).toEqual({ kind: "to_review", caseId: CASE, due: "today" });
    expect(search.sort).toBeUndefined();
    expect("sort" in search).toBe(true);
  });

  it("counts neither the tab nor the order as a filter", () => {
    expect(isFiltered(workSearch({ kind: "contested", sort: "newest" }))).toBe(false);
    expect(isFiltered(workSearch({ held: "nobody" }))).toBe(true);
  });
});

describe("due days", () => {
  it("are the reader's own calendar days", () => {
    expect(todayOf(NOW)).toBe("2026-10-10");
    expect(dueWords({ dueOn: "2026-10-10" }, NOW)).toEqual({ text: "due today", late: true });
    expect(dueWords({ dueOn: "2026-10-09" }, NOW)).toEqual({ text: "overdue since 9 Oct", late: true });
    expect(dueWords({ dueOn: "2027-01-02" }, NOW)).toEqual({ text: "due 2 Jan 2027", late: false });
    expect(dueWords({ dueOn: null }, NOW)).toBeNull();
  });
});

describe("placeOfWork", () => {
  const entry = (rest: Partial<QueueEntry>) =>
    ({ caseId: CASE, tagId: null, threadId: null, claim: { number: 7, text: "" }, source: { number: 2, name: "" }, ...rest }) as QueueEntry;

  it("leads to the page where that work is done", () => {
    expect(placeOfWork(entry({ kind: "to_review", tagId: "t" })).to).toBe("/c/$caseId/review/$tagId");
    expect(placeOfWork(entry({ kind: "contested", tagId: "t" })).to).toBe("/c/$caseId/review/$tagId");
    expect(placeOfWork(entry({ kind: "mentions", threadId: "h" }))).toMatchObject({ search: { thread: "h" } });
    // One's own tag is mended where it was made.
    expect(placeOfWork(entry({ kind: "to_tag", tagId: "t" }))).toMatchObject({ search: { claim: 7, source: 2 } });
  });
});
