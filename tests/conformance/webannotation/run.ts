import { join } from "node:path";
import { ANNOTATION_CONTEXT, readWebAnnotations, writeWebAnnotations } from "@assay/reports";
import { expand } from "../expand.ts";
import type { Outcome } from "../outcome.ts";
import { readAssertions } from "./assertions.ts";
import type { Subject } from "./assertions.ts";
import { sampleExports } from "./sample-exports.ts";
import type { SampleExport } from "./sample-exports.ts";

interface Collection extends Record<string, unknown> {
  "@context": unknown;
  first?: Record<string, unknown> & { items: Record<string, unknown>[] };
}

/** A folder with the W3C suite in `tests` and its context in `spec/jsonld`. */
export async function runWebAnnotation(folder: string): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failures: [] };
  const note = (holds: boolean, failure: string): void => {
    if (holds) outcome.passed += 1;
    else outcome.failures.push(failure);
  };
  const assertions = readAssertions(folder);
  for (const kind of ["annotation", "collection", "page"] as const) {
    if (!assertions.some(({ subject }) => subject === kind)) throw new Error(`the suite asserts nothing of a ${kind}`);
  }
  const contexts = new Map([[ANNOTATION_CONTEXT, join(folder, "spec", "jsonld", "anno.jsonld")]]);
  for (const sample of sampleExports()) {
    const collection = JSON.parse(sample.json) as Collection;
    const documents = documentsOf(collection);
    for (const { name, subject, holds } of assertions) {
      const failing = documents[subject].find((document) => !holds(document));
      note(failing === undefined, `${sample.name}: ${name} fails on ${JSON.stringify(failing)}`);
    }
    note(await expandsWhole(collection, contexts), `${sample.name}: it does not expand as a whole`);
    note(comesBack(sample), `${sample.name}: it is another after being read and written again`);
  }
  return outcome;
}

/** Each annotation and page by itself, with the context it inherits where it stands. */
function documentsOf(collection: Collection): Record<Subject, unknown[]> {
  const context = collection["@context"];
  const { first } = collection;
  return {
    annotation: (first?.items ?? []).map((item) => ({ "@context": context, ...item })),
    collection: [collection],
    page: first === undefined ? [] : [{ "@context": context, ...first }],
  };
}

async function expandsWhole(collection: Collection, contexts: ReadonlyMap<string, string>): Promise<boolean> {
  const [expanded] = (await expand(collection, contexts)) as Record<string, unknown>[];
  const found = JSON.stringify(expanded ?? {});
  const selectors = found.split("http://www.w3.org/ns/oa#TextQuoteSelector").length - 1;
  const written = JSON.stringify(collection).split('"TextQuoteSelector"').length - 1;
  return selectors === written && found.includes("http://www.w3.org/ns/activitystreams#OrderedCollection");
}

function comesBack({ json, textOf }: SampleExport): boolean {
  const back = readWebAnnotations(json, textOf);
  return back.ok && writeWebAnnotations(back.file, back.annotations) === json;
}
