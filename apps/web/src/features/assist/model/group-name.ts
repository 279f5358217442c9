import type { SourceView } from "@assay/domain";
import { sourceName } from "@assay/domain";

/** What a proposed group is called: as some of its sources are grouped already, else after the one published first. */
export function groupName(sources: readonly SourceView[]): string {
  const known = sources.map(({ independenceGroup }) => independenceGroup.trim()).find((name) => name !== "");
  if (known !== undefined) return known;
  const dated = sources.filter(({ publishedAt }) => publishedAt !== null);
  const [first = sources[0]] = dated.toSorted((a, b) => ((a.publishedAt ?? "") < (b.publishedAt ?? "") ? -1 : 1));
  return first === undefined ? "Shared text" : `Text of ${sourceName(first)}`;
}
