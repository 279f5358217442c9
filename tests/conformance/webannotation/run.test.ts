import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { runWebAnnotation } from "./run.ts";

const OA = "http://www.w3.org/ns/oa#";
const AS = "http://www.w3.org/ns/activitystreams#";

function named(names: string, definition: (name: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(names.split(" ").map((name) => [name, definition(name)]));
}

/** As much of a context as our exports need, in the words of the vocabularies. */
const CONTEXT: { "@context": Record<string, unknown> } = {
  "@context": {
    "@version": 1.1,
    id: "@id",
    type: "@type",
    ...named("Annotation TextualBody SpecificResource TextQuoteSelector TextPositionSelector", (one) => OA + one),
    AnnotationCollection: `${AS}OrderedCollection`,
    AnnotationPage: `${AS}OrderedCollectionPage`,
    Person: `${AS}Person`,
    Software: `${AS}Application`,
    Text: "http://purl.org/dc/dcmitype/Text",
    items: { "@id": `${AS}items`, "@type": "@id", "@container": "@list" },
    total: `${AS}totalItems`,
    first: { "@id": `${AS}first`, "@type": "@id" },
    startIndex: `${AS}startIndex`,
    ...named("body target source selector via", (one) => ({ "@id": `${OA}x-${one}`, "@type": "@id" })),
    ...named("motivation purpose", (one) => ({ "@id": OA + one, "@type": "@vocab" })),
    ...named("assessing identifying classifying moderating tagging commenting describing", (one) => OA + one),
    ...named("label value format language exact prefix suffix start end", (one) => `${OA}x-${one}`),
    ...named("created modified generated", (one) => `${OA}x-${one}`),
    creator: { "@id": "http://purl.org/dc/terms/creator", "@type": "@id" },
    generator: { "@id": `${AS}generator`, "@type": "@id" },
    name: "http://xmlns.com/foaf/0.1/name",
  },
};

const must = (id: string, expectedResult: string, schema: object) => {
  return { id, assertionType: "must", expectedResult, ...schema };
};
const HAS_ID = { type: "object", required: ["id"], properties: { id: { $ref: "id.json#/definitions/iri" } } };

const SUITE: Record<string, object> = {
  "tests/definitions/id.json": { id: "id.json", definitions: { iri: { type: "string", format: "uri" } } },
  "tests/annotations/a-id.json": must("a-id.json", "valid", HAS_ID),
  "tests/annotations/deep/no-body-value.json": must("no-both.json", "invalid", { required: ["body", "bodyValue"] }),
  "tests/annotations/b-should.json": { id: "b-should.json", assertionType: "should", required: ["rights"] },
  "tests/collections/c-total.json": must("c-total.json", "valid", {
    properties: { total: { type: "integer", minimum: -1, exclusiveMinimum: true } },
  }),
  "tests/collections/pages/p-items.json": must("p-items.json", "valid", { required: ["items"] }),
  "spec/jsonld/anno.jsonld": CONTEXT,
};

let folder = "";
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(more: Record<string, object> = {}) {
  folder = mkdtempSync(join(tmpdir(), "assay-annotations-"));
  for (const [path, json] of Object.entries({ ...SUITE, ...more })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(json));
  }
  return runWebAnnotation(folder);
}

describe("the Web Annotation suite", () => {
  it("[X1] holds for a case, an empty one and a thousand annotations, and each comes back as it was", async () => {
    // Four assertions that say MUST, the expansion and the way back, for each of three exports.
    expect(await run()).toEqual({ passed: 18, failures: [] });
  });

  it("names the assertion and the document that fail", async () => {
    const wrong = must("a-wrong.json", "valid", { properties: { motivation: { enum: ["linking"] } } });
    const { passed, failures } = await run({ "tests/annotations/a-wrong.json": wrong });
    expect(passed).toBe(19);
    expect(failures.map((failure) => failure.slice(0, 40))).toEqual([
      "a case: a-wrong.json fails on {\"@context",
      "1,000 annotations: a-wrong.json fails on",
    ]);
  });

  it("does not pass when the context drops a key of ours", async () => {
    const { ["selector"]: _, ...terms } = CONTEXT["@context"];
    await expect(run({ "spec/jsonld/anno.jsonld": { "@context": terms } })).rejects.toThrow(/selector|safe/iu);
  });

  it("refuses a folder without assertions on pages", async () => {
    await expect(run({ "tests/collections/pages/p-items.json": { id: "p", assertionType: "may" } })).rejects.toThrow(
      "the suite asserts nothing of a page",
    );
  });
});
