import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import type { ValidateFunction } from "ajv";

/** What an assertion is about: the suite keeps those of annotations, collections and pages in folders of their own. */
export type Subject = "annotation" | "collection" | "page";

export interface Assertion {
  name: string;
  subject: Subject;
  /** True when the document does as the assertion says it must. */
  holds(document: unknown): boolean;
}

interface AssertionFile {
  id: string;
  assertionType: string;
  expectedResult: string;
}

type Json = Record<string, unknown>;

/** Every assertion of the W3C suite in `folder/tests` that says MUST. */
export function readAssertions(folder: string): Assertion[] {
  const formats = { uri: isUri, "date-time": isDateTime };
  const ajv = new Ajv({ strict: false, logger: false, formats });
  for (const file of jsonFiles(join(folder, "tests", "definitions"))) ajv.addSchema(readSchema(file));
  return jsonFiles(join(folder, "tests", "annotations"))
    .concat(jsonFiles(join(folder, "tests", "collections")))
    .flatMap((file) => {
      const schema = readSchema(file);
      const { assertionType, expectedResult } = schema as unknown as AssertionFile;
      if (assertionType.toLowerCase() !== "must") return [];
      const validate: ValidateFunction = ajv.compile(schema);
      const name = file.slice(file.lastIndexOf("/") + 1);
      return [{ name, subject: subjectOf(file), holds: (one) => validate(one) === (expectedResult === "valid") }];
    });
}

function subjectOf(file: string): Subject {
  if (file.includes("/collections/pages/")) return "page";
  return file.includes("/collections/") ? "collection" : "annotation";
}

function jsonFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .map((name) => join(folder, name));
}

/** The suite is written for JSON Schema draft 4: `id` is `$id` today, and an exclusive bound is the number itself. */
function readSchema(file: string): Json {
  return renamed(JSON.parse(readFileSync(file, "utf8")) as Json) as Json;
}

function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed);
  if (typeof value !== "object" || value === null) return value;
  const { $schema: _, exclusiveMinimum, ...rest } = value as Json;
  if (exclusiveMinimum === true) {
    const { minimum, ...others } = rest;
    return renamed({ ...others, ...(typeof minimum === "number" ? { exclusiveMinimum: minimum } : {}) });
  }
  const isOurs = typeof exclusiveMinimum === "number" ? { exclusiveMinimum } : {};
  return Object.fromEntries(
    Object.entries({ ...rest, ...isOurs }).map(([key, inner]) => {
      return [key === "id" && typeof inner === "string" ? "$id" : key, renamed(inner)];
    }),
  );
}

function isUri(value: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/iu.test(value) && /^[\x21-\x7e]+$/u.test(value);
}

function isDateTime(value: string): boolean {
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/iu;
  return form.test(value) && !Number.isNaN(Date.parse(value));
}
