import { describe, expect, it } from "vitest";
import { DEFAULT_NOTIFICATION_SETTINGS, mailTime } from "./notification.ts";
import type { NotificationSettings } from "./notification.ts";
import { isTelling, notificationsOf } from "./notifications-of.ts";
import type { TellingContext, TellingEvent } from "./notifications-of.ts";

const person = (id: string, settings: Partial<NotificationSettings> = {}) => ({
  id,
  settings: { ...DEFAULT_NOTIFICATION_SETTINGS, ...settings },
});

const cell = { claimId: "k5", sourceId: "s2" };
const tag = { id: "t1", ...cell, authorId: "ana", stance: "verified", state: "submitted" } as const;
const context: TellingContext = {
  caseId: "case",
  caseTitle: "The call",
  actorId: "teo",
  actorName: "Teo",
  claims: [{ id: "k5", number: 5 }],
  sources: [{ id: "s2", number: 2, name: "The Courier" }],
  tags: [tag],
  people: [person("ana"), person("teo"), person("wren")],
  isBlind: () => false,
};

const review = (decision: string, more: object = {}): TellingEvent => ({
  kind: "tag.reviewed",
  subject: "t1",
  reason: "Quote the operator.",
  payload: { ...cell, decision, ...more },
});
const ruling = (outcome: string, stance: string | null = null): TellingEvent => ({
  kind: "tag.adjudicated",
  subject: "t1",
  reason: "The log says so.",
  payload: { ...cell, outcome, stance },
});
const mention = (mentions: string[], more: object = {}): TellingEvent => ({
  kind: "comment.added",
  subject: "c1",
  payload: { threadId: "h1", ...cell, tagId: null, text: "Look  at\nthis", mentions, ...more },
});

const brief = (event: TellingEvent, now = context) =>
  notificationsOf(event, now).map(({ userId, kind, text }) => [userId, kind, text]);

describe("notificationsOf", () => {
  it("[R2] tells everybody else of a release, and that it corrects one", () => {
    const made = (corrections: string[]): TellingEvent => {
      return { kind: "release.made", subject: "case", payload: { number: 2, corrections } };
    };
    expect(brief(made([]))).toEqual([
      ["ana", "released", "Teo published “The call” as release 2."],
      ["wren", "released", "Teo published “The call” as release 2."],
    ]);
    expect(brief(made(["x1"]))[0]?.[2]).toBe("Teo published “The call” as release 2, with a correction.");
  });

  it("[T6] tells whoever decided about the words of a claim that it was reworded, and of no lifting by hand", () => {
    const rating = { claimId: "k5", givenBy: "ana", was: "Mostly true" };
    expect(brief({ kind: "rating.lifted", subject: "k5", payload: rating })).toEqual([
      ["ana", "stale", "Teo reworded C5. Your rating “Mostly true” was given for the old words and is lifted. Read the claim, then decide again."],
    ]);
    const verdict: TellingEvent = { kind: "verdict.restored", subject: "k5", payload: { claimId: "k5", givenBy: "wren", verdict: "refuted" } };
    expect(notificationsOf(verdict, context)).toMatchObject([
      { userId: "wren", text: expect.stringContaining("Your verdict, refuted, was given for the old words"), href: "/c/case?claim=5" },
    ]);
    for (const kind of ["rating.lifted", "verdict.restored"] as const) {
      expect(isTelling({ kind, subject: "k5", payload: { claimId: "k5", verdict: "refuted" } })).toBe(false);
    }
    expect(brief({ ...verdict, payload: { ...verdict.payload, givenBy: "teo" } })).toEqual([]);
  });

  it("tells an author once of all the tags that a revision made stale", () => {
    const revised: TellingEvent = { kind: "source.revised", subject: "s2", payload: { version: 2 } };
    const stale = { kind: "tag.staled", subject: "t1", reason: "Words changed.", payload: cell } as const;
    const tags = ["t1", "t2", "t3"].map((id) => ({ ...tag, id, authorId: id === "t3" ? "wren" : "ana" }));
    const now = { ...context, tags, staled: ["t1", "t2", "t3"] };
    expect(brief(stale, now)).toEqual([]);
    expect(brief(revised, now)).toEqual([
      ["ana", "stale", "Teo stored a new revision of The Courier. 2 of your tags there are stale. Read what changed."],
      ["wren", "stale", "Teo stored a new revision of The Courier. Your tag of C5 in The Courier is stale. Read what changed."],
    ]);
    expect(brief(revised, { ...now, staled: [] })).toEqual([]);
  });

  it("[T7] tells each author once that a source was taken out with their tags, and why", () => {
    const removed: TellingEvent = { kind: "source.removed", subject: "s2", reason: "Of another day.", payload: { sourceId: "s2" } };
    const tags = ["t1", "t2", "t3"].map((id) => ({ ...tag, id, authorId: id === "t3" ? "wren" : "ana" }));
    const took = "Teo took The Courier out of the case: “Of another day.”";
    expect(brief(removed, { ...context, tags })).toEqual([
      ["ana", "stale", `${took} Your 2 tags there are kept, and back when it is put back.`],
      ["wren", "stale", `${took} Your tag there is kept, and back when it is put back.`],
    ]);
    expect(brief(removed, { ...context, tags: [{ ...tag, sourceId: "s1" }] })).toEqual([]);
  });

  it("tells the author of a request, of a challenge with its proposal, and of nothing else that is reviewed", () => {
    expect(brief(review("request_changes"))).toEqual([
      ["ana", "changes_requested", "Teo asked for changes to your tag of C5 in The Courier: “Quote the operator.”"],
    ]);
    expect(brief(review("challenge", { proposedStance: "disputed" }))).toEqual([
      [
        "ana",
        "challenged",
        "Teo challenged your tag of C5 in The Courier and proposes disputed: “Quote the operator.”",
      ],
    ]);
    expect(brief(review("approve"))).toEqual([]);
    expect(brief(review("comment"))).toEqual([]);
    expect(notificationsOf(review("request_changes"), context)[0]?.href).toBe("/c/case?claim=5&source=2");
  });

  it("[A4] tells everybody who is overruled why, and nobody who was right", () => {
    const rival = { ...tag, id: "t2", authorId: "wren", stance: "disputed" } as const;
    const contested = { ...context, tags: [tag, rival] };
    const words = (stance: string) =>
      `Teo overruled your tag of C5 in The Courier in favour of ${stance}: “The log says so.”`;
    expect(brief(ruling("overturn", "disputed"), contested)).toEqual([["ana", "overruled", words("disputed")]]);
    expect(brief(ruling("uphold"), contested)).toEqual([["wren", "overruled", words("verified")]]);
    expect(brief(ruling("overturn", "missing"), contested)).toEqual([
      ["ana", "overruled", words("missing")],
      ["wren", "overruled", words("missing")],
    ]);
    expect(brief(ruling("uphold"))).toEqual([]);
    expect(brief(ruling("insufficient"))[0]?.[1]).toBe("changes_requested");
  });

  it("[T6] tells the author of a tag that became stale", () => {
    const event = { kind: "tag.staled", subject: "t1", reason: "The claim was reworded.", payload: cell } as const;
    const said = "Your tag of C5 in The Courier is stale. The claim was reworded. Reaffirm it or change it.";
    expect(brief(event)).toEqual([["ana", "stale", said]]);
    expect(brief(event, { ...context, actorId: "ana" })).toEqual([]);
  });

  it("tells those mentioned once, with the thread to go to", () => {
    expect(notificationsOf(mention(["ana", "wren"]), context)).toEqual(
      ["ana", "wren"].map((userId) => ({
        userId,
        kind: "mentioned",
        text: "Teo mentioned you in a thread on C5 in The Courier: “Look at this”",
        href: "/c/case/threads?thread=h1",
        mail: "off",
      })),
    );
    const edited: TellingEvent = { ...mention(["ana", "wren"], { newMentions: ["wren"] }), kind: "comment.edited" };
    expect(brief(edited).map(([userId]) => userId)).toEqual(["wren"]);
    expect(brief(mention(["ana"], { claimId: null, sourceId: null }))[0]?.[2]).toMatch(/in a thread on the case: /);
  });

  it("quotes a long text only in part, and never half a character", () => {
    const [told] = notificationsOf(mention(["ana"], { text: "🚢".repeat(500) }), context);
    expect(told?.text).toContain(`${"🚢".repeat(160)}…”`);
    expect(told?.text).not.toContain("🚢".repeat(161));
  });

  it("tells whoever was given work what, until when, and with which note", () => {
    const given = (payload: object, reason = ""): TellingEvent => ({
      kind: "assignment.created",
      subject: "a1",
      reason,
      payload: { assigneeId: "ana", claimId: null, sourceId: null, dueOn: null, ...payload },
    });
    expect(brief(given({ kind: "tag", ...cell, dueOn: "2026-11-24" }))).toEqual([
      ["ana", "assigned", "Teo asked you to tag C5 in The Courier, due 2026-11-24."],
    ]);
    const wide = given({ kind: "review" }, "Before the bulletin");
    expect(brief(wide)[0]?.[2]).toBe("Teo asked you to review the whole case: “Before the bulletin”");
    expect(brief(given({ kind: "tag", assigneeId: "teo" }))).toEqual([]);
    const moved = (from: string, to: string): TellingEvent => ({
      kind: "assignment.changed",
      subject: "a1",
      payload: { kind: "tag", ...cell, before: { assigneeId: from }, after: { assigneeId: to, dueOn: "2026-11-25" } },
    });
    expect(brief(moved("wren", "ana"))).toEqual([
      ["ana", "assigned", "Teo asked you to tag C5 in The Courier, due 2026-11-25."],
    ]);
    expect(brief(moved("ana", "ana"))).toEqual([]);
  });

  it("tells never the actor, nobody who left, and nobody who muted the kind or the case", () => {
    expect(brief(mention(["teo", "gone"]))).toEqual([]);
    const muted = (settings: Partial<NotificationSettings>) => ({ ...context, people: [person("ana", settings)] });
    expect(brief(mention(["ana"]), muted({ mutedKinds: ["mentioned"] }))).toEqual([]);
    expect(brief(mention(["ana"]), muted({ mutedCases: ["case"] }))).toEqual([]);
    const other = muted({ mutedKinds: ["stale"], mutedCases: ["other"], mail: "daily" });
    expect(notificationsOf(mention(["ana"]), other)).toMatchObject([{ userId: "ana", mail: "daily" }]);
  });

  it("[B1] tells nobody of a thread on a tag of a blind cell", () => {
    const blind = { ...context, isBlind: () => true };
    expect(brief(mention(["ana", "wren"], { tagId: "t1" }), blind)).toEqual([]);
    expect(brief(mention(["ana"], { tagId: null }), blind)).toHaveLength(1);
  });

  it("knows at a glance which events tell nobody anything", () => {
    const event = (kind: TellingEvent["kind"], payload = {}) => ({ kind, subject: "x", payload });
    expect(isTelling(event("tag.edited"))).toBe(false);
    expect(isTelling(event("claim.created"))).toBe(false);
    expect(isTelling(mention([]))).toBe(false);
    expect(isTelling(review("approve"))).toBe(false);
    expect(isTelling(mention(["ana"]))).toBe(true);
  });
});

describe("mailTime", () => {
  it("is now, the next digest hour, or never", () => {
    const early = new Date("2026-11-21T05:59:59.000Z");
    const sharp = new Date("2026-11-21T06:00:00.000Z");
    expect(mailTime("off", early)).toBeNull();
    expect(mailTime("each", early)).toEqual(early);
    expect(mailTime("daily", early)).toEqual(sharp);
    expect(mailTime("daily", sharp)).toEqual(new Date("2026-11-22T06:00:00.000Z"));
  });
});
