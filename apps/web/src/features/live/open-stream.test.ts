import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LiveMessage } from "@assay/domain";
import type { StreamHandlers } from "./open-stream.ts";
import { openStream } from "./open-stream.ts";

interface Connection extends StreamHandlers {
  upTo: number;
  closed: boolean;
}

function setUp() {
  const connections: Connection[] = [];
  const heard: LiveMessage[] = [];
  const states: boolean[] = [];
  const place = { at: 7 };
  const stream = openStream({
    connect: (upTo, handlers) => {
      const connection = { ...handlers, upTo, closed: false };
      connections.push(connection);
      return () => {
        connection.closed = true;
      };
    },
    upTo: () => place.at,
    onMessage: (message) => heard.push(message),
    onOpen: (open) => states.push(open),
    random: () => 0.5,
  });
  const nth = (index: number): Connection => {
    const found = connections[index];
    if (found === undefined) throw new Error(`No connection ${index}`);
    return found;
  };
  return { stream, connections, heard, states, place, nth };
}

const presence: LiveMessage = { type: "presence", people: [] };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("openStream", () => {
  it("[E3] resumes from the last event it knows then, not from the one it began with", () => {
    const { nth, place, states } = setUp();
    expect(nth(0).upTo).toBe(7);
    nth(0).onStarted();
    place.at = 12;
    nth(0).onEnd();
    vi.advanceTimersByTime(250);
    expect(nth(1).upTo).toBe(12);
    expect(nth(0).closed).toBe(true);
    nth(1).onStarted();
    expect(states).toEqual([true, false, true]);
  });

  it("waits longer after each failure, up to eight seconds, and starts over after a good while", () => {
    const { connections, nth } = setUp();
    const waits = [250, 500, 1_000, 2_000, 4_000, 8_000, 8_000];
    for (const [at, wait] of waits.entries()) {
      nth(at).onEnd();
      vi.advanceTimersByTime(wait - 1);
      expect(connections).toHaveLength(at + 1);
      vi.advanceTimersByTime(1);
      expect(connections).toHaveLength(at + 2);
    }
    nth(waits.length).onStarted();
    vi.advanceTimersByTime(5_000);
    nth(waits.length).onEnd();
    vi.advanceTimersByTime(250);
    expect(connections).toHaveLength(waits.length + 2);
  });

  it("comes back after the hint of a server that is about to end", () => {
    const { connections, nth, heard } = setUp();
    nth(0).onStarted();
    nth(0).onMessage({ type: "closing", retryMs: 900 });
    expect(nth(0).closed).toBe(true);
    vi.advanceTimersByTime(899);
    expect(connections).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(connections).toHaveLength(2);
    expect(heard).toEqual([]);
  });

  it("hears nothing from a connection that was given up, and tries at once when told to hurry", () => {
    const { stream, connections, nth, heard } = setUp();
    nth(0).onEnd();
    nth(0).onMessage(presence);
    expect(heard).toEqual([]);
    stream.hurry();
    expect(connections).toHaveLength(2);
    nth(1).onMessage(presence);
    expect(heard).toEqual([presence]);
    stream.hurry();
    expect(connections).toHaveLength(2);
    stream.close();
    vi.advanceTimersByTime(60_000);
    expect(connections).toHaveLength(2);
  });
});
