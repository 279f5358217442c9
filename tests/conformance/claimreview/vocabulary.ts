import { readFileSync } from "node:fs";

/** What schema.org says of its types and properties, from its own JSON-LD file. */
export interface Vocabulary {
  hasType(type: string): boolean;
  hasProperty(property: string): boolean;
  /** Whether something of this type may have the property. */
  permits(type: string, property: string): boolean;
  rangeOf(property: string): ReadonlySet<string>;
  /** The type itself and all that it is a kind of. */
  kindsOf(type: string): ReadonlySet<string>;
}

interface Node {
  "@id": string;
  "@type": string | string[];
  "rdfs:subClassOf"?: Reference | Reference[];
  "schema:domainIncludes"?: Reference | Reference[];
  "schema:rangeIncludes"?: Reference | Reference[];
}

interface Reference {
  "@id": string;
}

export function readVocabulary(path: string): Vocabulary {
  const { "@graph": graph } = JSON.parse(readFileSync(path, "utf8")) as { "@graph": Node[] };
  const parents = new Map<string, string[]>();
  const domains = new Map<string, Set<string>>();
  const ranges = new Map<string, Set<string>>();
  for (const node of graph) {
    const name = bare(node["@id"]);
    const types = [node["@type"]].flat();
    if (types.includes("rdf:Property")) {
      domains.set(name, new Set(names(node["schema:domainIncludes"])));
      ranges.set(name, new Set(names(node["schema:rangeIncludes"])));
    } else parents.set(name, names(node["rdfs:subClassOf"]));
  }
  const kindsOf = (type: string): Set<string> => {
    const found = new Set<string>();
    const visit = (one: string): void => {
      if (found.has(one)) return;
      found.add(one);
      for (const parent of parents.get(one) ?? []) visit(parent);
    };
    visit(type);
    return found;
  };
  return {
    hasType: (type) => parents.has(type),
    hasProperty: (property) => domains.has(property),
    permits: (type, property) => [...kindsOf(type)].some((kind) => domains.get(property)?.has(kind)),
    rangeOf: (property) => ranges.get(property) ?? new Set(),
    kindsOf,
  };
}

function names(references: Reference | Reference[] | undefined): string[] {
  return references === undefined ? [] : [references].flat().map((reference) => bare(reference["@id"]));
}

function bare(id: string): string {
  return id.replace(/^schema:/u, "");
}
