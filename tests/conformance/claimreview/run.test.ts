import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { checkThing, hasField } from "./check-review.ts";
import { runClaimReview } from "./run.ts";
import { readVocabulary } from "./vocabulary.ts";

const refs = (names: string) => names.split(" ").map((name) => ({ "@id": `schema:${name}` }));
const type = (name: string, parents = "Thing") => ({
  "@id": `schema:${name}`,
  "@type": "rdfs:Class",
  "rdfs:subClassOf": refs(parents),
});
const property = (name: string, domain: string, range: string) => ({
  "@id": `schema:${name}`,
  "@type": "rdf:Property",
  "schema:domainIncludes": refs(domain),
  "schema:rangeIncludes": refs(range),
});

/** A vocabulary in schema.org's form, no larger than our exports need. */
const GRAPH = [
  { "@id": "schema:Thing", "@type": "rdfs:Class" },
  type("CreativeWork"),
  type("Article", "CreativeWork"),
  type("Review", "CreativeWork"),
  type("ClaimReview", "Review"),
  type("Claim", "CreativeWork"),
  type("Rating"),
  type("Person"),
  type("Organization"),
  property("name", "Thing", "Text"),
  property("url", "Thing", "URL"),
  property("author", "CreativeWork", "Person Organization"),
  property("publisher", "CreativeWork", "Person Organization"),
  property("headline", "CreativeWork", "Text"),
  property("inLanguage", "CreativeWork", "Text"),
  property("citation", "CreativeWork", "CreativeWork Text"),
  property("datePublished", "CreativeWork", "Date DateTime"),
  property("claimReviewed", "ClaimReview", "Text"),
  property("itemReviewed", "Review", "Thing"),
  property("appearance", "Claim", "CreativeWork"),
  property("reviewRating", "Review", "Rating"),
  property("ratingExplanation", "Rating", "Text"),
  property("alternateName", "Thing", "Text"),
  ...["ratingValue", "bestRating", "worstRating"].map((name) => property(name, "Rating", "Number Text")),
];

const CONTEXT = { "@context": { "@vocab": "http://schema.org/", id: "@id", url: { "@id": "url", "@type": "@id" } } };

let folder = "";
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(graph: object[] = GRAPH): string {
  folder = mkdtempSync(join(tmpdir(), "assay-claimreview-"));
  writeFileSync(join(folder, "schemaorg-current-https.jsonld"), JSON.stringify({ "@graph": graph }));
  writeFileSync(join(folder, "schemaorgcontext.jsonld"), JSON.stringify(CONTEXT));
  return folder;
}

const vocabulary = () => readVocabulary(join(write(), "schemaorg-current-https.jsonld"));

describe("the ClaimReview suite", () => {
  it("holds for the rated claims of a case", async () => {
    expect(await runClaimReview(write())).toEqual({ passed: 18, failures: [] });
  });

  it("names a property that the vocabulary does not have", async () => {
    const { failures } = await runClaimReview(write(GRAPH.filter((node) => node["@id"] !== "schema:appearance")));
    expect(failures).toContain("review 1.itemReviewed[0].appearance: there is no such property");
  });

  it.each([
    [{ "@type": "Verdict" }, "Verdict is no type"],
    [{ "@type": "Rating", claimReviewed: "x" }, "Rating has no such property"],
    [{ "@type": "Review", datePublished: "yesterday" }, "none of Date, DateTime"],
    [{ "@type": "Review", author: { "@type": "Rating" } }, "a Rating is out of range"],
    [{ "@type": "Review", url: "somewhere" }, "none of URL"],
    [{ "@type": "Rating", "@id": "no iri" }, "@id is no IRI"],
  ])("finds what is wrong with %j", (thing, failure) => {
    expect(checkThing(thing, vocabulary())).toEqual([expect.stringContaining(failure)]);
  });

  it("knows a field by its path", () => {
    expect(hasField({ a: { b: 0 } }, "a.b")).toBe(true);
    for (const thing of [{ a: { b: "" } }, { a: { b: [] } }, { a: 1 }, {}]) expect(hasField(thing, "a.b")).toBe(false);
  });
});
