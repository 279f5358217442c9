import { describe, expect, it } from "vitest";
import { EVENT_KINDS } from "../event.ts";
import { describeEntry } from "./describe-entry.ts";
import type { HistoryNames } from "./history-words.ts";
import { HISTORY_GROUPS, historyGroup, kindsOfGroup } from "./history-entry.ts";
import type { HistoryEntry } from "./history-entry.ts";
import { logWords } from "./log-words.ts";

const names: HistoryNames = {
  claim: (id) => (id === "k5" ? "C5" : null),
  source: (id) => (id === "s2" ? "The Courier" : null),
  person: (id) => (id === "ana" ? "Ana" : "Somebody"),
};
const cell = { claimId: "k5", sourceId: "s2" };
const entry = (kind: HistoryEntry["kind"], payload: object, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  number: 1,
  at: "2026-11-21T10:00:00.000Z",
  actorId: "teo",
  kind,
  subject: "x",
  reason: "",
  payload: { ...payload },
  previous: null,
  ...more,
});
const words = (...args: Parameters<typeof entry>) => describeEntry(entry(...args), names);

describe("the history in words", () => {
  it("has a sentence for every kind of event, and none that names a kind or an id", () => {
    for (const kind of EVENT_KINDS) {
      const { deed } = words(kind, { ...cell, kind: "tag", assigneeId: "ana" }, { subject: "k5" });
      expect(deed, kind).toMatch(/^[\p{L}]/u);
      expect(deed, kind).not.toMatch(/undefined|null|[a-z]\.[a-z]|_/);
    }
  });

  it("[T8] tells who turned disputed into verified, from which state, with both rationales", () => {
    const previous = { stance: "disputed", rationale: "Says 50.", evidence: [{ exact: "50 minutes" }] };
    const now = { ...cell, from: "changes_requested", to: "draft", stance: "verified", rationale: "Says 55." };
    const said = words("tag.edited", { ...now, evidence: [{ exact: "50 minutes" }] }, { previous });
    expect(said).toEqual({
      deed: "edited the tag of C5 in The Courier",
      moves: [
        { from: "disputed", to: "verified" },
        { from: "changes requested", to: "draft" },
      ],
      texts: [{ label: "Rationale", before: "Says 50.", after: "Says 55." }],
      byRule: false,
    });
  });

  it("tells what a review, a ruling and an assignment decided", () => {
    expect(words("tag.reviewed", { ...cell, decision: "challenge", proposedStance: "missing" }).deed).toBe(
      "challenged, proposing missing, the tag of C5 in The Courier",
    );
    expect(words("tag.adjudicated", { ...cell, outcome: "overturn", stance: "disputed" }).deed).toBe(
      "overturned, in favour of disputed, the tag of C5 in The Courier",
    );
    const payload = { kind: "tag", ...cell, before: { assigneeId: "x" }, after: { assigneeId: "ana", dueOn: "2026-12-01" } };
    expect(words("assignment.changed", payload)).toMatchObject({
      deed: "changed the assignment to tag C5 in The Courier",
      moves: [
        { from: "Somebody", to: "Ana" },
        { from: "no due date", to: "due 2026-12-01" },
      ],
    });
  });

  it("says what a rule did by itself, and what a changed policy changed", () => {
    expect(words("tag.staled", { ...cell, from: "approved", to: "stale" })).toMatchObject({
      byRule: true,
      moves: [{ from: "approved", to: "stale" }],
    });
    const policy = { requiredTags: 1, autoAccept: false };
    const changed = words("policy.changed", { of: "case", before: policy, after: { requiredTags: 2, autoAccept: true } });
    expect(changed.moves).toEqual([
      { from: "tags a cell needs 1", to: "tags a cell needs 2" },
      { from: "auto-accept off", to: "auto-accept on" },
    ]);
  });

  it("compares a claim's wordings, a source's details and a comment", () => {
    const claim = { before: { text: "50 minutes", type: "number" }, after: { text: "55 minutes", type: "number" } };
    expect(words("claim.edited", claim, { subject: "k5" }).texts).toEqual([
      { label: "Wording", before: "50 minutes", after: "55 minutes" },
    ]);
    const meta = { previous: { meta: { publisher: "A", title: "T" } }, subject: "s2" };
    expect(words("source.edited", { meta: { publisher: "B", title: "T" } }, meta).texts).toEqual([
      { label: "Publisher", before: "A", after: "B" },
    ]);
    expect(words("comment.edited", { before: "Teh", text: "The" }).texts).toHaveLength(1);
  });

  it("counts what became of a revised source's passages", () => {
    const passages = { exact: 10, moved: 2, fuzzy: 3, ambiguous: 1, orphaned: 0 };
    const revised = words("source.revised", { revision: { number: 2 }, passages }, { subject: "s2" });
    expect(revised.deed).toMatch(/^stored revision 2 of .+: of its passages 12 unchanged, 3 changed, 1 not found$/);
    const untagged = words("source.revised", { revision: { number: 2 }, passages: {} }, { subject: "s2" });
    expect(untagged.deed).toMatch(/^stored revision 2 of [^:]+$/);
  });

  it("puts every kind into one group", () => {
    const grouped = HISTORY_GROUPS.flatMap(kindsOfGroup);
    expect(grouped.toSorted()).toEqual([...EVENT_KINDS].toSorted());
    expect(historyGroup("tag.adjudicated")).toBe("reviews");
  });
});

describe("a check of the log in words", () => {
  it("[E2] says what still holds where it is broken, and what to do", () => {
    const { title, sentences } = logWords({ ok: false, number: 7, reason: "Entry 7 was altered after it was written." });
    expect(title).toBe("The log is broken at entry 7");
    expect(sentences.join(" ")).toMatch(/Entries 1 to 6 are as written.*Publish nothing/s);
    expect(logWords({ ok: false, number: 1, reason: "Entry 1 is missing." }).sentences.join(" ")).not.toMatch(/as written/);
  });

  it("[B1] gives no number where there is none to give", () => {
    expect(logWords({ ok: true, events: null }).title).toBe("The log is whole");
    expect(logWords({ ok: true, events: 12 }).title).toBe("All 12 entries are as they were written");
    expect(logWords({ ok: false, number: null, reason: "Altered." }).title).toBe("The log was altered");
  });
});
