import { CONFIDENCES, EVIDENCE_ROLES, STANCES, TAG_STATES } from "@assay/domain";
import { isGraphemeBoundary, makeAnchor, utf16ToCodePoint } from "@assay/domain";
import { exportReport, writeWebAnnotations } from "@assay/reports";
import type { LinkedAnnotation, LinkedPassage, LinkedSource } from "@assay/reports";
import fc from "fast-check";
import { ferrySnapshot, ferryTextOf } from "../ferry.ts";

export interface SampleExport {
  name: string;
  json: string;
  textOf: (source: LinkedSource) => string | null;
}

/** What a case exports, with something in it and empty; and a thousand annotations of texts in all of Unicode. */
export function sampleExports(): SampleExport[] {
  const snapshot = ferrySnapshot();
  const bytes = (one: typeof snapshot) => new TextDecoder().decode(exportReport(one, "annotations").bytes);
  return [
    { name: "a case", json: bytes(snapshot), textOf: ferryTextOf },
    { name: "an empty case", json: bytes({ ...snapshot, claims: [] }), textOf: () => null },
    thousand(),
  ];
}

function thousand(): SampleExport {
  const samples = fc.sample(sample, { numRuns: 1_000, seed: 417 });
  const annotations = samples.map(({ text, cuts, ...more }, index) => annotationOf(text, cuts, more, index));
  const texts = new Map(annotations.map(({ source }, index) => [source.id, samples[index]?.text ?? null]));
  const generatedAt = "2026-01-02T03:04:05.678Z";
  const file = { id: "urn:x-assay:thousand#annotations", label: "𝔸 thousand", generatedAt, generator: "Assay" };
  const json = writeWebAnnotations(file, annotations);
  return { name: "1,000 annotations", json, textOf: ({ id }) => texts.get(id) ?? null };
}

const sample = fc.record({
  text: fc.string({ unit: "binary", minLength: 1, maxLength: 200 }).map((text) => text.replace(/[\0\r]/gu, "\n")),
  cuts: fc.tuple(fc.nat(), fc.nat()),
  stance: fc.constantFrom(...STANCES),
  state: fc.constantFrom(...TAG_STATES),
  role: fc.constantFrom(...EVIDENCE_ROLES),
  confidence: fc.option(fc.constantFrom(...CONFIDENCES)),
  attributed: fc.boolean(),
  rationale: fc.string({ unit: "binary", maxLength: 40 }),
  url: fc.option(fc.webUrl()),
});

type Drawn = Omit<typeof sample extends fc.Arbitrary<infer T> ? T : never, "text" | "cuts">;

function annotationOf(text: string, cuts: [number, number], drawn: Drawn, index: number): LinkedAnnotation {
  const { stance, state, role, confidence, attributed, rationale, url } = drawn;
  const isMissing = stance === "missing";
  return {
    id: `urn:x-assay:tag-${index}#passage`,
    tagVersion: 1,
    author: "Ana 🛟",
    modified: "2026-01-02T03:04:05.678Z",
    claim: { id: "urn:x-assay:claim", label: "C1", text: rationale },
    source: { id: `urn:x-assay:source-${index}`, name: "渡船報", url, language: "zh-Hant", textSha256: "0" },
    stance,
    attributed,
    state,
    confidence,
    rationale,
    passage: isMissing ? null : passageOf(text, cuts, role),
    attestation: isMissing ? { readInFull: true, searchTerms: [rationale] } : null,
  };
}

function passageOf(text: string, cuts: [number, number], role: LinkedPassage["role"]): LinkedPassage {
  const offsets = Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) => isGraphemeBoundary(text, at));
  const first = cuts[0] % (offsets.length - 1);
  const start = offsets[first] ?? 0;
  const end = offsets[first + 1 + (cuts[1] % (offsets.length - 1 - first))] ?? text.length;
  const { exact, prefix, suffix } = makeAnchor(text, start, end);
  const codePoints = { start: utf16ToCodePoint(text, start), end: utf16ToCodePoint(text, end) };
  return { role, exact, prefix, suffix, position: { utf16: { start, end }, codePoints } };
}
