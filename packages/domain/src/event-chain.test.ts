import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseEvent, EventBody } from "./event.ts";
import { EVENT_KINDS, GENESIS_HASH, eventBody } from "./event.ts";
import { canonicalJson } from "./canonical-json.ts";
import { hashEvent, verifyChain } from "./event-chain.ts";
import { minute } from "./testing/case-builder.ts";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

function logOf(count: number): CaseEvent[] {
  const events: CaseEvent[] = [];
  let prevHash = GENESIS_HASH;
  for (let number = 1; number <= count; number += 1) {
    const body: EventBody = {
      caseId: "case",
      number,
      at: minute(number),
      actorId: "ann",
      kind: EVENT_KINDS[number % EVENT_KINDS.length] ?? "case.edited",
      subject: `t${number}`,
      reason: "",
      payload: { version: number, words: "“fünfzig” 😀" },
      mutationId: number % 2 === 0 ? null : `m${number}`,
    };
    const hash = hashEvent(prevHash, body, sha256);
    events.push({ ...body, prevHash, hash });
    prevHash = hash;
  }
  return events;
}

function altered(at: number, change: Partial<CaseEvent>): CaseEvent[] {
  return logOf(6).map((event, index) => (index === at ? { ...event, ...change } : event));
}

describe("verifyChain", () => {
  it("[E2] a log as it was written verifies", () => {
    expect(verifyChain(logOf(6), sha256)).toEqual({ ok: true, length: 6 });
    expect(verifyChain([], sha256)).toEqual({ ok: true, length: 0 });
  });

  it("[E2] each hash covers the one before it and the event's canonical JSON", () => {
    const [first, second] = logOf(2);
    if (first === undefined || second === undefined) throw new Error("two events are expected");
    expect(first.prevHash).toBe("0".repeat(64));
    expect(second.hash).toBe(sha256(first.hash + eventBody(second)));
    expect(eventBody(second)).toBe(
      '{"actorId":"ann","at":"2025-03-01T09:02:00.000Z","caseId":"case","kind":"source.added","mutationId":null,' +
        '"number":2,"payload":{"version":2,"words":"“fünfzig” 😀"},"reason":"","subject":"t2"}',
    );
  });

  it.each([
    { at: minute(99) },
    { actorId: "bob" },
    { kind: "report.exported" },
    { subject: "other" },
    { reason: "because" },
    { payload: { version: 3 } },
    { mutationId: "other" },
    { hash: "f".repeat(64) },
    { payload: { version: Number.NaN } },
  ] as Partial<CaseEvent>[])("[E2] finds the entry that was altered: %j", (change) => {
    expect(verifyChain(altered(2, change), sha256)).toMatchObject({ ok: false, number: 3, rule: "E2" });
  });

  it("[E2] finds an entry that was altered and hashed anew, by the one after it", () => {
    const log = logOf(6);
    const third = log[2];
    if (third === undefined) throw new Error("six events are expected");
    const forged = { ...third, reason: "because" };
    const hash = hashEvent(forged.prevHash, forged, sha256);
    expect(verifyChain(altered(2, { reason: "because", hash }), sha256)).toMatchObject({ ok: false, number: 4 });
  });

  it("[E1] finds a gap, a swap, a repetition and another case's entry", () => {
    const log = logOf(6);
    const order = (...places: number[]) => places.map((place) => log[place - 1]).filter((event) => event !== undefined);
    expect(verifyChain(order(1, 2, 4, 5), sha256)).toMatchObject({ ok: false, number: 3 });
    expect(verifyChain(order(1, 3, 2, 4), sha256)).toMatchObject({ ok: false, number: 2 });
    expect(verifyChain(order(1, 2, 2, 3), sha256)).toMatchObject({ ok: false, number: 3 });
    expect(verifyChain(order(2, 3), sha256)).toMatchObject({ ok: false, number: 1 });
    const [first, second] = log;
    if (first === undefined || second === undefined) throw new Error("six events are expected");
    const foreign = { ...second, caseId: "other" };
    const grafted = { ...foreign, hash: hashEvent(first.hash, foreign, sha256) };
    expect(verifyChain([first, grafted], sha256)).toMatchObject({ ok: false, number: 2 });
  });

  it("[E2] finds an end that was cut off, given what the case says is last", () => {
    const log = logOf(6);
    const head = { number: 6, hash: log[5]?.hash ?? "" };
    expect(verifyChain(log, sha256, { head })).toEqual({ ok: true, length: 6 });
    expect(verifyChain(log.slice(0, 4), sha256, { head })).toMatchObject({ ok: false, number: 5 });
    expect(verifyChain(log, sha256, { head: { ...head, hash: "0" } })).toMatchObject({ ok: false, number: 6 });
  });

  it("[E3] verifies a part of a log from the entry before it", () => {
    const log = logOf(6);
    const after = { number: 3, hash: log[2]?.hash ?? "" };
    expect(verifyChain(log.slice(3), sha256, { after })).toEqual({ ok: true, length: 3 });
    expect(verifyChain(log.slice(4), sha256, { after })).toMatchObject({ ok: false, number: 4 });
  });
});

describe("canonicalJson", () => {
  it("[E2] sorts keys by UTF-16 code units and writes numbers and strings as the RFC does", () => {
    const value = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "😀": 5, "\u0080": 6, "ö": 7 };
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"\u20ac":1,"😀":5,"\ufb33":3}');
    const numbers = [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0];
    expect(canonicalJson(numbers)).toBe("[333333333.3333333,1e+30,4.5,0.002,1e-27,0]");
    expect(canonicalJson("\u20ac$\u000f\nA'B\"\\/")).toBe('"€$\\u000f\\nA\'B\\"\\\\/"');
  });

  it("[E2] leaves undefined entries out and refuses what JSON would change without a word", () => {
    expect(canonicalJson({ b: undefined, a: null })).toBe('{"a":null}');
    const sparse: unknown[] = [];
    sparse[1] = 1;
    for (const bad of [undefined, Number.NaN, Infinity, () => 1, new Date(0), 1n, "\ud800", new Map(), Symbol("s")]) {
      expect(() => canonicalJson({ bad: [bad] })).toThrow(TypeError);
    }
    expect(() => canonicalJson(sparse)).toThrow(TypeError);
  });

  it("[E2] survives a round trip through JSON, whatever the order of keys", () => {
    const stringUnit = fc.constantFrom("a", "Z", "é", "\u20ac", "😀", "\ufb33", "\u2028", '"', "\\", "\u0001", "__proto__");
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit }), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
