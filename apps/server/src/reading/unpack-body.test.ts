import { describe, expect, it } from "vitest";
import { transferablesOf } from "./transferables.ts";
import { unpackBody } from "./unpack-body.ts";

const unpack = (body: unknown, isBatch = false) => {
  let tickets = 0;
  const bytes = new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body));
  const { rest, uploads } = unpackBody(bytes, isBatch, () => `ticket ${(tickets += 1)}`);
  return { rest: JSON.parse(rest) as unknown, uploads };
};

describe("unpacking a body", () => {
  it("puts a ticket in the place of a content and keeps all the rest", () => {
    const file = { kind: "file", name: "a.txt", mediaType: "text/plain", base64: "YWJj" };
    expect(unpack({ caseId: "c", content: file, meta: { title: "Zoë" } })).toEqual({
      rest: {
        caseId: "c",
        content: { kind: "uploaded", name: "a.txt", mediaType: "text/plain", ticket: "ticket 1" },
        meta: { title: "Zoë" },
      },
      uploads: [["ticket 1", Uint8Array.of(97, 98, 99)]],
    });
    expect(unpack({ content: { kind: "text", text: "Zoë" } }).uploads).toEqual([["ticket 1", "Zoë"]]);
  });

  it("knows each input of a batch by its number", () => {
    const text = (words: string) => ({ content: { kind: "text", text: words } });
    const { rest, uploads } = unpack({ 0: text("one"), 1: { caseId: "c" }, 2: text("two") }, true);
    expect(uploads).toEqual([
      ["ticket 1", "one"],
      ["ticket 2", "two"],
    ]);
    expect(rest).toMatchObject({ 1: { caseId: "c" }, 2: { content: { ticket: "ticket 2" } } });
  });

  it("marks a file that came through half", () => {
    expect(unpack({ content: { kind: "file", base64: "YWJj*ZGVm" } }).uploads).toEqual([["ticket 1", null]]);
  });

  it("leaves what has another shape for the API to refuse", () => {
    for (const body of [null, 1, "words", [], {}, { content: null }, { content: { kind: "file", base64: 5 } }]) {
      expect(unpack(JSON.stringify(body))).toEqual({ rest: body, uploads: [] });
    }
    expect(() => unpack("{")).toThrow(SyntaxError);
    expect(() => unpack("[".repeat(200_000) + "]".repeat(200_000))).toThrow(RangeError);
  });
});

describe("what moves between threads", () => {
  it("is every byte array once, but never a view on memory that others share", () => {
    const own = new Uint8Array(8);
    const view = new Uint8Array(new ArrayBuffer(16), 4, 4);
    expect(transferablesOf({ a: own, b: [{ c: own }, view], d: "words", e: null })).toEqual([own.buffer]);
  });
});
