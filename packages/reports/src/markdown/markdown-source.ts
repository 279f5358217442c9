import { longDate } from "../dates.ts";
import { sourceLine } from "../judgement-words.ts";
import { figure } from "../prose.ts";
import type { SnapshotSource } from "../snapshot/report-snapshot.ts";
import { escapeMarkdown as md } from "./escape-markdown.ts";
import { markdownHash } from "./markdown-hash.ts";

export function markdownSource(source: SnapshotSource): string {
  const { revision } = source;
  const title = source.title === "" || source.title === source.name ? "" : `: ${md(source.title)}`;
  const lines = [
    `**${source.number}. ${md(source.name)}**${title}`,
    md(sourceLine(source)),
    source.url === "" ? "" : `Address: ${md(source.url)}`,
    source.retrievedAt === null ? "" : `Retrieved ${md(longDate(source.retrievedAt))}`,
    `Origin: ${md(source.group)}`,
    `Revision ${revision.number}, ${revision.completeness} text, ${figure(revision.length)} code units, ` +
      `sha256 \`${markdownHash(revision.sha256)}\``,
  ];
  return lines.filter((line) => line !== "").join("  \n");
}
