import { ROLES, TAG_ACTIONS, TAG_RELATIONS, TAG_STATES, transitionTable } from "@assay/domain";
import type { Role, TagAction, TagRelation, TagState, Transition } from "@assay/domain";

const HEAD = `# Who may do what to a tag, in every state

Written from the rules themselves by \`npm run docs\`; a test fails when this page and the rules differ. The numbers are
those of the rules: T for tags, A for adjudication, B for cells that several people tag.

Each cell of a table says which state follows (→), or which rule refuses. Below each table stand the refusals in the
words that people read. *Challenger* is whoever challenged the tag last. \`invalidate\` is the system's own action: the
claim's wording, or the text under the evidence, has changed (T6).
`;

type Cells = Map<string, Transition[]>;

/** The whole transition table as a Markdown page. */
export function transitionsPage(): string {
  const cells: Cells = new Map();
  for (const line of transitionTable()) {
    const key = keyOf(line);
    cells.set(key, [...(cells.get(key) ?? []), line]);
  }
  return [HEAD, ...TAG_STATES.map((state) => section(state, cells))].join("\n");
}

function section(state: TagState, cells: Cells): string {
  const reasons = new Map<string, Set<TagAction>>();
  const rows = TAG_ACTIONS.flatMap((action) =>
    ROLES.map((role) => {
      const columns = TAG_RELATIONS.map((relation) => {
        const variants = variantsOf(cells, { state, action, role, relation });
        for (const { outcome } of variants) {
          if ("next" in outcome) continue;
          const reason = `**${outcome.rule}**: ${outcome.reason}`;
          reasons.set(reason, (reasons.get(reason) ?? new Set()).add(action));
        }
        return cellWords(variants);
      });
      return `| ${[`\`${action}\``, role, ...columns].join(" | ")} |`;
    }),
  );
  const refusals = [...reasons].map(([reason, actions]) => `- ${reason} (${[...actions].join(", ")})`);
  const table = ["| action | role | the author | the challenger | anybody else |", "|---|---|---|---|---|", ...rows];
  return [`## ${state.replace("_", " ")}`, "", ...table, "", ...refusals, ""].join("\n");
}

interface Asked {
  state: TagState;
  action: TagAction;
  role: Role;
  relation: TagRelation;
}

const keyOf = ({ state, action, role, relation }: Asked) => [state, action, role, relation].join(" ");

function variantsOf(cells: Cells, asked: Asked): Transition[] {
  const variants = cells.get(keyOf(asked));
  if (variants === undefined) throw new Error(`The table says nothing about ${keyOf(asked)}`);
  return variants;
}

const words = ({ outcome }: Transition) => ("next" in outcome ? `→ ${outcome.next.replace("_", " ")}` : outcome.rule);

/** One answer, or what it depends on: a contested cell, a policy that allows self-review. */
function cellWords(variants: Transition[]): string {
  const answers = new Set(variants.map(words));
  if (answers.size === 1) return [...answers].join("");
  const plain = variants.find(({ contested, selfReview }) => !contested && !selfReview);
  const inContested = variants.find(({ contested, selfReview }) => contested && !selfReview);
  const allowing = variants.find(({ contested, selfReview }) => !contested && selfReview);
  if (plain === undefined || inContested === undefined || allowing === undefined) throw new Error("An incomplete table");
  const parts = [words(plain)];
  if (words(inContested) !== words(plain)) parts.push(`in a contested cell ${words(inContested)}`);
  if (words(allowing) !== words(plain)) parts.push(`where the policy allows self-review ${words(allowing)}`);
  return parts.join("; ");
}
