import { longDate } from "../dates.ts";
import { correctionsMarkdown, lacksCorrections } from "../blocks/corrections-list.ts";
import { documentMarkdown } from "../blocks/document-markdown.ts";
import { claimRating } from "../html/html-rating.ts";
import { figure } from "../prose.ts";
import type { ReportSnapshot } from "../snapshot/report-snapshot.ts";
import { method, NO_HASH, standfirst, verifySteps } from "../report-words.ts";
import { escapeMarkdown as md, markdownLines } from "./escape-markdown.ts";
import { markdownClaim } from "./markdown-claim.ts";
import { discussionBlocks } from "./markdown-discussion.ts";
import { markdownHash } from "./markdown-hash.ts";
import { markdownMatrix } from "./markdown-matrix.ts";
import { markdownSource } from "./markdown-source.ts";

/** CommonMark with tables. Every word that somebody typed goes through `md`. */
export function renderMarkdown(snapshot: ReportSnapshot): string {
  const { document } = snapshot;
  const blocks = [
    `# ${md(snapshot.title)}`,
    `${md(snapshot.case.workspace)} · fact-check report · ${md(longDate(snapshot.generatedAt))}`,
    ...(document === undefined ? plainBody(snapshot) : [...caveats(snapshot), ...documentMarkdown(snapshot, document)]),
    ...(lacksCorrections(snapshot) ? ["## Corrections", ...correctionsMarkdown(snapshot)] : []),
    "## Log and verification",
    verifySteps(snapshot).map((step) => `- ${md(step)}`).join("\n"),
    signatures(snapshot),
    `${frozen(snapshot)} Made with ${md(snapshot.generator)}.`,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function caveats({ notes }: ReportSnapshot): string[] {
  return notes.map((note) => `> ${md(note)}`);
}

/** The order of a report that nobody arranged. */
function plainBody(snapshot: ReportSnapshot): string[] {
  const sources = new Map(snapshot.sources.map((source) => [source.id, source]));
  return [
    ...(snapshot.case.summary.trim() === "" ? [] : [markdownLines(snapshot.case.summary)]),
    md(standfirst(snapshot)),
    ...caveats(snapshot),
    "## Findings",
    ...snapshot.claims.flatMap((claim) => markdownClaim(claim, sources, claimRating(snapshot, claim.id))),
    "## Every finding at a glance",
    markdownMatrix(snapshot),
    "## Sources",
    ...snapshot.sources.map(markdownSource),
    ...discussionBlocks(snapshot),
    "## How this was worked",
    ...method(snapshot).map(md),
  ];
}

function signatures({ release }: ReportSnapshot): string {
  const all = (release?.signatures ?? []).map(({ name, role, at }) => `${name}, ${role}, ${longDate(at)}`);
  return all.length === 0 ? "" : `Signed by ${md(all.join("; "))}.`;
}

function frozen({ log }: ReportSnapshot): string {
  if (log.lastHash === "") return `Frozen while cells were blind: ${NO_HASH}`;
  return `Frozen at event ${figure(log.lastEvent)} of the case’s log, hash \`${markdownHash(log.lastHash)}\`.`;
}
