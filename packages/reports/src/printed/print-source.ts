import { STANCES, stanceWord } from "@assay/domain";
import { longDate } from "../dates.ts";
import { languageTag, safeUrl } from "../html/safe-url.ts";
import { figure } from "../prose.ts";
import type { SnapshotSource } from "../snapshot/report-snapshot.ts";
import type { PrintedSource } from "./printed-report.ts";
import { sourceAnchor } from "./print-claim.ts";

/** With a name to lead to, or, where the source is listed once more, without. */
export function printSource(source: SnapshotSource, isFirst: boolean): PrintedSource {
  const { revision } = source;
  const file = revision.originalName === null ? "" : `, from ${revision.originalName}`;
  const entries = [
    entry("Kind", source.kind),
    entry("Author", source.author),
    entry("Published", source.publishedAt === null ? "" : longDate(source.publishedAt)),
    entry("Retrieved", source.retrievedAt === null ? "" : longDate(source.retrievedAt)),
    { ...entry("Address", source.url), url: safeUrl(source.url) },
    entry("Language", source.language),
    entry("Origin", source.group),
    entry(
      "Text",
      `${revision.completeness}, revision ${revision.number}, ${figure(revision.length)} code units${file}`,
    ),
    { ...entry("sha256", revision.sha256), isHash: true },
  ];
  return {
    anchor: isFirst ? sourceAnchor(source) : "",
    number: source.number,
    name: source.name,
    title: source.title.trim() === "" || source.title === source.name ? null : source.title,
    language: languageTag(source.language),
    tally: STANCES.map((stance) => ({ stance, words: `${figure(source.settled[stance])} ${stanceWord(stance)}` })),
    entries: entries.filter(({ value }) => value.trim() !== ""),
  };
}

function entry(name: string, value: string): PrintedSource["entries"][number] {
  return { name, value, url: null, isHash: false };
}
