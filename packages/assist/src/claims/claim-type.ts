import type { ClaimType } from "@assay/domain";
import type { Value } from "../values/value.ts";
import { readValues } from "../values/read-values.ts";

const CAUSE = /\b(?:because|caused?|causes|due to|led to|leads to|resulted in|as a result of|blamed|triggered|owing to|thanks to)\b/i;
const ROLE =
  /\b(?:is|was|are|were|became|becomes|remains|serves as|served as|appointed|elected|named|works as|worked as)\s+(?:as\s+)?(?:the|a|an|its|his|her|their)?\s*(?:\p{L}+\s){0,3}(?:president|minister|mayor|director|chief|head|chair(?:man|woman|person)?|officer|secretary|governor|leader|spokes(?:man|woman|person)|judge|ambassador|adviser|advisor|manager|founder|member|owner|candidate|deputy|commissioner|editor|coach|captain|professor)\b/iu;
const PLACE = /\b(?:is|was|are|were|lies|lay|stands|stood|located|based|held|took place|happened|occurred)\s+(?:\w+\s){0,2}(?:in|at|near|outside|off|on)\s+(?:the\s)?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)\p{Lu}/u;

/** "The two leaders", "between the three sides": says which, not how many. */
const WHICH = /\b(?:the|these|those|both|all|his|her|its|their|our|other)\s+(?:other\s+)?$/i;

/** What kind of fact a statement states: the one that a checker would look up first. */
export function claimTypeOf(text: string, published?: string, values: readonly Value[] = readValues(text, 0, published)): ClaimType {
  if (values.some((value) => measures(text, value))) return "number";
  if (CAUSE.test(text)) return "cause";
  if (ROLE.test(text)) return "role";
  if (values.some(({ dimension }) => dimension === "date" || dimension === "clock")) return "date";
  if (/[“"«].{12,}[”"»]/u.test(text)) return "quote";
  return PLACE.test(text) ? "place" : "event";
}

/** A figure that could be looked up. A value's place is that in its source; in the claim it is found by its words. */
function measures(text: string, { dimension, exact, unit }: Value): boolean {
  if (dimension === "date" || dimension === "clock" || dimension === "ordinal") return false;
  if (dimension !== "count" || unit !== "" || /\d/.test(exact)) return true;
  const at = text.toLowerCase().indexOf(exact.toLowerCase());
  return at < 0 || !(WHICH.test(text.slice(0, at)) || /^(?:the|these|those|both|all|his|her|its|their|our)\s/i.test(exact));
}
