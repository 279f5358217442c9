import { describe, expect, it } from "vitest";
import { liveEntries } from "./live-message.ts";
import type { LoggedEvent } from "./live-message.ts";

const event = (number: number, more: Partial<LoggedEvent> = {}): LoggedEvent => ({
  number,
  at: "2026-01-01T00:00:00.000Z",
  actorId: "ann",
  kind: "tag.edited",
  subject: `tag ${number}`,
  reason: "",
  hash: `hash ${number}`,
  mutationId: "m",
  ends: true,
  result: { lastEvent: number, lastHash: `hash ${number}`, tags: [] },
  ...more,
});

describe("messages of a log", () => {
  it("[E3] are one for each mutation, numbered by its last event, with all its events", () => {
    const logged = [event(4, { ends: false, result: null }), event(5), event(6)];
    const entries = liveEntries(logged);
    expect(entries.map(({ number }) => number)).toEqual([5, 6]);
    expect(entries[0]?.message).toMatchObject({
      type: "change",
      events: [{ number: 4 }, { number: 5 }],
      change: { lastEvent: 5, lastHash: "hash 5", tags: [] },
    });
  });

  it("carry nothing of an answer that is no part of a change, and nothing of the log's chain but its end", () => {
    const [entry] = liveEntries([event(7, { result: { lastEvent: 7, tags: [], secret: "for the author", duplicates: [] } })]);
    expect(entry?.message).toEqual({
      type: "change",
      events: [
        { number: 7, at: "2026-01-01T00:00:00.000Z", actorId: "ann", kind: "tag.edited", subject: "tag 7", reason: "" },
      ],
      change: { lastEvent: 7, lastHash: "hash 7", tags: [] },
    });
  });

  it.each([
    ["of a whole workspace's change", { version: 3 }],
    ["of a change that ended elsewhere", { lastEvent: 12, lastHash: "of another case" }],
    ["that is not there", null],
  ])("say that the case is to be loaded anew for an answer %s", (_, result) => {
    expect(liveEntries([event(8, { result })])).toMatchObject([{ number: 8, message: { type: "reload" } }]);
  });
});
