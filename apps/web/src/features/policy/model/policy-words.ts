import type { Policy } from "@assay/domain";

/** One rule of the policy as the screen asks for it. */
export interface PolicyField<Key extends keyof Policy = keyof Policy> {
  key: Key;
  label: string;
  hint: string;
  /** In the order they are offered. */
  options: readonly { value: Policy[Key]; words: string }[];
}

const count = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

function field<Key extends keyof Policy>(one: PolicyField<Key>): PolicyField<Key> {
  return one;
}

export const POLICY_FIELDS = [
  field<"requiredTags">({
    key: "requiredTags",
    label: "Independent tags per cell",
    hint: "With two or more, a cell is blind: nobody sees anybody else’s tag in it until so many people have submitted.",
    options: count(1, 5).map((value) => ({
      value,
      words: value === 1 ? "1: cells are not blind" : `${value}: blind until ${value} are in`,
    })),
  }),
  field<"autoAccept">({
    key: "autoAccept",
    label: "Blind tags that agree",
    hint: "Different stances make a cell contested either way, and a lead adjudicates.",
    options: [
      { value: false, words: "await review" },
      { value: true, words: "are approved by agreement" },
    ],
  }),
  field<"selfReview">({
    key: "selfReview",
    label: "Reviewing one’s own tags",
    hint: "Four eyes are the rule. Where it is allowed, every report says so.",
    options: [
      { value: false, words: "not allowed" },
      { value: true, words: "allowed" },
    ],
  }),
  field<"independenceThreshold">({
    key: "independenceThreshold",
    label: "Corroborated from",
    hint: "Sources of one independence group count once.",
    options: count(1, 10).map((value) => ({
      value,
      words: value === 1 ? "1 independent group" : `${value} independent groups`,
    })),
  }),
  field<"signOffs">({
    key: "signOffs",
    label: "Sign-offs before a release",
    hint: "People who sign the report before it is frozen.",
    options: count(0, 5).map((value) => ({ value, words: value === 0 ? "none" : `${value}` })),
  }),
] as const;

/** What a field says in words, e.g. "2: blind until 2 are in". */
export function policyWords(policy: Policy, { key, options }: (typeof POLICY_FIELDS)[number]): string {
  return options.find(({ value }) => value === policy[key])?.words ?? String(policy[key]);
}

/** "Sign-offs before a release: 2", for each of these fields. */
export function fieldsInWords(keys: readonly (keyof Policy)[], policy: Policy): string[] {
  return POLICY_FIELDS.filter(({ key }) => keys.includes(key)).map((field) => `${field.label}: ${policyWords(policy, field)}`);
}

/** What raising or lowering the number of tags does to the cells that are there. Null where it stays. */
export function tagsNotice(before: number, after: number): string | null {
  if (after === before) return null;
  if (after === 1) return "Cells that are blind now open at once, with what has been submitted in them.";
  if (after < before) return "Blind cells that have enough tags by the new number open at once.";
  return "Cells that have been submitted in stay open: what people have seen cannot be unseen. All others are blind.";
}
