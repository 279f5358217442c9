import { CONFIDENCES, EVIDENCE_ROLES, makeAnchor, isGraphemeBoundary, STANCES, TAG_STATES } from "@assay/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildSnapshot } from "../snapshot/build-snapshot.ts";
import { ferryInput, ferryTexts } from "../testing/ferry-case.ts";
import { annotationsOf } from "./annotations-of.ts";
import { codePointIndex } from "./code-point-index.ts";
import type { LinkedAnnotation } from "./linked-annotation.ts";
import { readWebAnnotations } from "./read-web-annotation.ts";
import { renderWebAnnotation, writeWebAnnotations } from "./web-annotation.ts";

const FILE = {
  id: "urn:x-assay:case#annotations",
  label: "渡船 🛟",
  generatedAt: "2026-10-11T09:44:00.000Z",
  generator: "t",
};

/** Any text that a source can hold: full Unicode, no NUL, no lone surrogate, line feeds alone (X2). */
const sourceText = fc
  .string({ unit: "binary", minLength: 1, maxLength: 120 })
  .map((text) => text.replace(/[\0\r]/gu, "\n"));

const words = fc.string({ unit: "binary", maxLength: 12 });
const judgement = fc.record({
  tagVersion: fc.integer({ min: 1, max: 99 }),
  author: words,
  modified: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  stance: fc.constantFrom(...STANCES),
  attributed: fc.boolean(),
  state: fc.constantFrom(...TAG_STATES),
  confidence: fc.option(fc.constantFrom(...CONFIDENCES)),
  rationale: words,
});

const annotation = fc
  .record({
    judgement,
    text: sourceText,
    number: fc.nat(),
    label: words,
    role: fc.constantFrom(...EVIDENCE_ROLES),
    cuts: fc.tuple(fc.nat(), fc.nat()),
    url: fc.option(fc.webUrl()),
    language: fc.constantFrom("en", "zh-Hant", null),
    terms: fc.array(words, { maxLength: 4 }),
    readInFull: fc.boolean(),
  })
  .map(({ judgement, text, number, label, role, cuts, url, language, terms, readInFull }) => {
    const source = { id: `urn:x-assay:s${number}`, name: label, url, language, textSha256: String(number) };
    const claim = { id: "urn:x-assay:c", label, text: label };
    const common = { id: `urn:x-assay:t#${number}`, ...judgement, claim, source };
    const made: LinkedAnnotation =
      judgement.stance === "missing"
        ? { ...common, passage: null, attestation: { readInFull, searchTerms: terms } }
        : { ...common, passage: passageOf(text, role, cuts), attestation: null };
    return { text, made };
  });

function passageOf(text: string, role: (typeof EVIDENCE_ROLES)[number], cuts: [number, number]) {
  const offsets = Array.from({ length: text.length + 1 }, (_, at) => at);
  const boundaries = offsets.filter((at) => isGraphemeBoundary(text, at));
  const first = cuts[0] % (boundaries.length - 1);
  const start = boundaries[first] ?? 0;
  const end = boundaries[first + 1 + (cuts[1] % (boundaries.length - 1 - first))] ?? text.length;
  const { exact, prefix, suffix } = makeAnchor(text, start, end);
  const points = codePointIndex(text);
  const codePoints = { start: points.toCodePoint(start), end: points.toCodePoint(end) };
  return { role, exact, prefix, suffix, position: { utf16: { start, end }, codePoints } };
}

function texts(ofSources: { text: string; made: LinkedAnnotation }[]) {
  const known = new Map(ofSources.map(({ text, made }) => [made.source.id, text]));
  return (source: { id: string }) => known.get(source.id) ?? null;
}

describe("annotations out and back", () => {
  it("[X1] export, import, export is the same to the byte for 1,000 annotations in full-Unicode text", () => {
    const sample = fc.sample(annotation, { numRuns: 1_000, seed: 20_261_121 }).map((one, index) => ({
      ...one,
      made: { ...one.made, source: { ...one.made.source, id: `urn:x-assay:s${index}` } },
    }));
    expect(new Set(sample.map(({ made }) => made.stance)).size).toBe(3);
    expect(sample.some(({ text }) => /[\u{10000}-\u{10ffff}]/u.test(text))).toBe(true);
    const out = writeWebAnnotations(FILE, sample.map(({ made }) => made));
    const back = readWebAnnotations(out, texts(sample));
    if (!back.ok) throw new Error(back.reason);
    expect(back.annotations).toEqual(sample.map(({ made }) => made));
    expect(writeWebAnnotations(back.file, back.annotations)).toBe(out);
  });

  it("holds for each annotation by itself", () => {
    fc.assert(
      fc.property(annotation, (one) => {
        const back = readWebAnnotations(writeWebAnnotations(FILE, [one.made]), texts([one]));
        expect(back).toEqual({ ok: true, file: FILE, annotations: [one.made] });
      }),
    );
  });

  it("brings a report's own annotations back, and the empty one's none", () => {
    const snapshot = buildSnapshot(ferryInput());
    const byHash = new Map(ferryTexts().map(({ sha256, text }) => [sha256, text]));
    const textOf = ({ textSha256 }: { textSha256: string | null }) => byHash.get(textSha256 ?? "") ?? null;
    const back = readWebAnnotations(renderWebAnnotation(snapshot), textOf);
    expect(back).toMatchObject({ ok: true, annotations: annotationsOf(snapshot) });
    expect(annotationsOf(snapshot).length).toBe(9);
    const empty = renderWebAnnotation({ ...snapshot, claims: [] });
    expect(readWebAnnotations(empty, () => null)).toMatchObject({ ok: true, annotations: [] });
  });

  it("[X1] counts code points, not code units", () => {
    const position = codePointIndex("🛟 boat").toCodePoint("🛟 boat".indexOf("boat"));
    const made: LinkedAnnotation = {
      ...(annotationsOf(buildSnapshot(ferryInput()))[0] as LinkedAnnotation),
      passage: passageOf("🛟 boat", "supports", [2, 3]),
    };
    const [item] = (JSON.parse(writeWebAnnotations(FILE, [made])) as { first: { items: Item[] } }).first.items;
    expect(position).toBe(2);
    expect(item?.target.selector[0]).toEqual({ type: "TextPositionSelector", start: 2, end: 6 });
  });

  it.each([
    ["words that stand elsewhere", (item: Item) => ({ ...item, target: moved(item, 1) }), "does not stand at"],
    ["a place outside the text", (item: Item) => ({ ...item, target: moved(item, 9_999) }), "is no place in a text"],
    ["an unknown stance", (item: Item) => ({ ...item, body: restanced(item) }), "is none of verified"],
    ["no target", ({ target: _, ...item }: Item) => item, "target is no object"],
  ])("refuses %s", (_, change, reason) => {
    const snapshot = buildSnapshot(ferryInput());
    const collection = JSON.parse(renderWebAnnotation(snapshot)) as { first: { items: Item[] } };
    const [first, ...others] = collection.first.items;
    const changed = { ...collection, first: { ...collection.first, items: [change(first as Item), ...others] } };
    const back = readWebAnnotations(JSON.stringify(changed), () => ferryTexts()[0]?.text ?? null);
    expect(back).toMatchObject({ ok: false, reason: expect.stringContaining(reason) as string });
  });

  it.each(["", "[]", "{}", '{"type":"Annotation"}'])("refuses %j as a file", (json) => {
    expect(readWebAnnotations(json, () => null)).toMatchObject({ ok: false });
  });
});

interface Item {
  target: { selector: { type: string; start: number; end: number }[] };
  body: Record<string, unknown>[];
}

function moved({ target }: Item, by: number) {
  const selector = target.selector.map((one) =>
    one.type === "TextPositionSelector" ? { ...one, start: one.start + by, end: one.end + by } : one,
  );
  return { ...target, selector };
}

function restanced({ body }: Item) {
  return body.map((one) => (one["assay:part"] === "stance" ? { ...one, value: "true" } : one));
}
