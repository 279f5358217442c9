import type { ReportSnapshot } from "../snapshot/report-snapshot.ts";
import { annotationsOf } from "./annotations-of.ts";
import { iriOf } from "./iri.ts";
import type { LinkedAnnotation, LinkedPassage, LinkedSource } from "./linked-annotation.ts";

export const ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld";

/** Names what a body says, where the model has no word of its own for it. */
export const ASSAY_TERMS = "https://assay.example/ns#";

export interface AnnotationFile {
  /** IRI of the collection. */
  id: string;
  label: string;
  generatedAt: string;
  generator: string;
}

/** https://www.w3.org/TR/annotation-model/: one collection with one page, in which each passage is an annotation. */
export function renderWebAnnotation(snapshot: ReportSnapshot): string {
  const file = {
    id: iriOf(snapshot.case.id, "annotations"),
    label: snapshot.title,
    generatedAt: snapshot.generatedAt,
    generator: snapshot.generator,
  };
  return writeWebAnnotations(file, annotationsOf(snapshot));
}

export function writeWebAnnotations(file: AnnotationFile, annotations: readonly LinkedAnnotation[]): string {
  const items = annotations.map((annotation) => ({ ...webAnnotation(annotation), generated: file.generatedAt }));
  const collection = {
    "@context": [ANNOTATION_CONTEXT, { assay: ASSAY_TERMS, "assay:claim": { "@type": "@id" } }],
    id: file.id,
    type: "AnnotationCollection",
    label: file.label,
    created: file.generatedAt,
    generator: { type: "Software", name: file.generator },
    total: items.length,
    // The model asks for a first page unless the collection is empty.
    ...(items.length === 0 ? {} : { first: { id: `${file.id}-page-1`, type: "AnnotationPage", startIndex: 0, items } }),
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

function webAnnotation(annotation: LinkedAnnotation) {
  const { id, tagVersion, author, modified, source, passage } = annotation;
  return {
    id,
    type: "Annotation",
    motivation: "assessing",
    creator: { type: "Person", name: author },
    modified,
    "assay:tagVersion": tagVersion,
    body: bodies(annotation),
    target: passage === null ? webSource(source) : passageTarget(source, passage),
  };
}

function bodies(annotation: LinkedAnnotation) {
  const { claim, stance, attributed, state, confidence, rationale, passage, attestation } = annotation;
  const text = (part: string, purpose: string, value: string) => ({
    type: "TextualBody",
    purpose,
    "assay:part": part,
    value,
    format: "text/plain",
  });
  return [
    // A body with a purpose is embedded text and must not have an id of its own (3.3.5).
    { ...text("claim", "identifying", claim.text), "assay:label": claim.label, "assay:claim": claim.id },
    text("stance", "classifying", stance),
    ...(attributed ? [text("attributed", "classifying", "attributed")] : []),
    text("state", "moderating", state),
    ...(confidence === null ? [] : [text("confidence", "tagging", confidence)]),
    ...(passage === null ? [] : [text("role", "tagging", passage.role)]),
    ...(rationale === "" ? [] : [text("rationale", "commenting", rationale)]),
    ...(attestation?.readInFull === true ? [text("readInFull", "describing", "read in full")] : []),
    ...(attestation?.searchTerms ?? []).map((term) => text("searchTerm", "tagging", term)),
  ];
}

/** The text as the desk holds it, since offsets count in that; `via` is where it was taken from. */
function webSource({ id, name, url, language, textSha256 }: LinkedSource) {
  return {
    id,
    type: "Text",
    format: "text/plain",
    ...(language === null ? {} : { language }),
    ...(url === null ? {} : { via: url }),
    "assay:name": name,
    ...(textSha256 === null ? {} : { "assay:sha256": textSha256 }),
  };
}

function passageTarget(source: LinkedSource, { exact, prefix, suffix, position }: LinkedPassage) {
  const quote = { type: "TextQuoteSelector", exact, prefix, suffix };
  const place = position === null ? [] : [{ type: "TextPositionSelector", ...position.codePoints }];
  return { type: "SpecificResource", source: webSource(source), selector: [...place, quote] };
}
