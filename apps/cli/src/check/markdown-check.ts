import { isBlank, quoted, stanceWord } from "@assay/domain";
import type { CellSuggestion, Difference, SourcePassage } from "@assay/assist";
import { counted, escapeMarkdown, figure } from "@assay/reports/html-kit";
import type { CheckReport, CheckedFile } from "./check-report.ts";
import type { Texts } from "./html-passage.ts";
import { textsOf } from "./texts-of.ts";
import { AS_A_WHOLE, claimNumbers, differenceWord, isDisputedAsAWhole, NOT_REVIEWED, relationWord, sureness } from "./words.ts";

const SIGNS = { verified: "✓", disputed: "≠", missing: "∅" } as const;

/** The same report as plain words, for a pull request, a mail or a terminal. */
export function markdownCheck(report: CheckReport, text: ReadonlyMap<string, string>): string {
  const texts = textsOf(report, text);
  const { claims, sources, differences, quotes, independence, omissions, contradictions } = report;
  const lines = [
    `# What ${counted(sources.length, "source says", "sources say")}, claim by claim`,
    `> **Not reviewed.** ${NOT_REVIEWED}`,
    "## Sources",
    sources.map((one, at) => `${at + 1}. ${sourceLine(one)}${isBlank(text.get(one.id) ?? "") ? "; no words in it, so every claim is missing there" : ""}${readNotes(one)}`).join("\n"),
    "## Every claim at a glance",
    claims.length === 0 ? "No claim was found that could be checked." : matrix(report, texts),
    `${SIGNS.verified} verified, ${SIGNS.disputed} disputed, ${SIGNS.missing} missing; in brackets where the machine is unsure.`,
    "## Differences between the sources",
    differences.length === 0 ? "No difference was found between the sources." : differences.map((one) => `${differenceLine(one, texts)}${ofClaims(claimNumbers(one.about, claims))}`).join("\n"),
    ...(contradictions.length === 0 ? [] : ["### Within one source", contradictions.map(({ difference }) => differenceLine(difference, texts)).join("\n")]),
    "## Quotations",
    quotes.length === 0
      ? "No quotation stands in two of the sources."
      : quotes.map(({ relation, reattributed, a, b }) => `- ${relationWord(relation)}${reattributed ? ", another speaker" : ""}: ${placed(a, texts)}; ${placed(b, texts)}`).join("\n"),
    "## Independence",
    groups(independence, texts),
    "## What each source leaves out",
    omissions.map(({ source, omitted, reported }) => `- ${nameOf(source, texts)}: ${omitted.length} of ${reported} that others report${omitted.length === 0 ? "" : ` (${omitted.map((id) => claims.findIndex((claim) => claim.id === id) + 1).join(", ")})`}`).join("\n"),
    "## Claims",
    ...claims.flatMap((claim, at) => [
      `### ${at + 1}. ${inline(claim.text)}`,
      claim.cells.map((cell) => cellLine(cell, texts)).join("\n"),
    ]),
  ];
  return `${lines.filter((line) => line !== "").join("\n\n")}\n`;
}

function sourceLine({ file, published, handled, language, sha256, read }: CheckedFile): string {
  const facts = [
    escapeMarkdown(file),
    ...(published === null ? [] : [`published ${published}`]),
    handled ? "English" : `language ${language}`,
    ...(read === null ? [] : [`read as ${read.as}`]),
    `sha256 \`${sha256}\``,
  ];
  return facts.join(", ");
}

const readNotes = ({ read }: CheckedFile): string => (read?.notes ?? []).map((note) => `\n   - ${inline(note)}`).join("");

const inline = (words: string) => escapeMarkdown(words.replace(/\s+/g, " ").trim());
const nameOf = (id: string, texts: Texts) => escapeMarkdown(texts.name.get(id) ?? id);

function matrix({ claims, sources }: CheckReport, texts: Texts): string {
  const head = `| | Claim | ${sources.map(({ id }) => cellWords(nameOf(id, texts))).join(" | ")} |`;
  const rule = `|---|---|${sources.map(() => ":-:").join("|")}|`;
  const rows = claims.map((claim, at) => {
    const signs = claim.cells.map((cell) => (sureness(cell) === "likely" ? SIGNS[cell.suggestion] : `(${SIGNS[cell.suggestion]})`));
    return `| ${at + 1} | ${cellWords(inline(claim.text))} | ${signs.join(" | ")} |`;
  });
  return [head, rule, ...rows].join("\n");
}

const cellWords = (words: string) => words.replaceAll(/(?<!\\)\|/g, "\\|");

function cellLine(cell: CellSuggestion, texts: Texts): string {
  const [best] = cell.passages;
  const attributed = cell.attributed ? ", attributed" : "";
  const words = cell.suggestion === "missing" ? silent(cell, texts) : best === undefined ? "" : placed({ source: cell.source, ...best }, texts);
  const differences = cell.differences.map(({ type, compatible, why }) => `\n  - ${differenceWord(type)}, ${compatible ? "both can hold" : "cannot both hold"}: ${inline(why)}`);
  return `- **${nameOf(cell.source, texts)}**: ${stanceWord(cell.suggestion)}, ${sureness(cell)}${attributed}: ${words}${isDisputedAsAWhole(cell) ? `\n  - ${AS_A_WHOLE}` : ""}${differences.join("")}`;
}

/** Some of the words that were looked for may well stand in the text: what was not found is a passage that says it. */
function silent({ source, terms, passages: [nearest] }: CellSuggestion, texts: Texts): string {
  const tried = terms.length === 0 ? "" : `; looked for ${inline(terms.join(", "))}`;
  const near = nearest === undefined ? "" : `; nearest: ${placed({ source, ...nearest }, texts)}`;
  return `no passage says it${tried}${near}`;
}

function differenceLine({ type, compatible, a, b, why }: Difference, texts: Texts): string {
  return `- **${differenceWord(type)}**, ${compatible ? "both can hold" : "cannot both hold"}: ${placed(a, texts)}; ${placed(b, texts)}. ${inline(why)}`;
}

const ofClaims = (numbers: readonly number[]): string => (numbers.length === 0 ? "" : ` (claim ${numbers.join(", ")})`);

function placed({ source, start, end, exact }: SourcePassage, texts: Texts): string {
  return `${inline(quoted(exact))} (${nameOf(source, texts)} ${figure(start)}–${figure(end)})`;
}

function groups(independence: readonly string[][], texts: Texts): string {
  const together = independence.filter((group) => group.length > 1);
  if (together.length === 0) return "No source seems to copy from another.";
  return together.map((group) => `- seem to go back to one text: ${group.map((id) => nameOf(id, texts)).join(", ")}`).join("\n");
}
