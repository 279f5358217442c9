import { shortDate } from "../dates.ts";
import { escapeMarkdown as md, markdownLines } from "./escape-markdown.ts";
import type { ReportSnapshot, SnapshotThread } from "../snapshot/report-snapshot.ts";
import { threadPlace } from "../snapshot/snapshot-threads.ts";

/** The blocks of the discussion; none where it was not asked for. */
export function discussionBlocks({ discussion }: ReportSnapshot): string[] {
  if (discussion === undefined) return [];
  const threads = discussion.length === 0 ? ["Nothing in this report was discussed."] : discussion.flatMap(threadBlocks);
  return ["## Discussion", ...threads];
}

function threadBlocks(thread: SnapshotThread): string[] {
  const { passage, resolved, comments } = thread;
  return [
    `### ${md(threadPlace(thread))}`,
    ...(passage === null ? [] : [`> ${md(passage)}`]),
    ...comments.map(({ author, at, text, edited, withdrawn }) => {
      const when = `${md(shortDate(at))}${edited && !withdrawn ? ", edited" : ""}`;
      return `**${md(author)}**, ${when}: ${withdrawn ? "*withdrawn*" : markdownLines(text)}`;
    }),
    ...(resolved === null
      ? []
      : [`Resolved by ${md(resolved.by)}, ${md(shortDate(resolved.at))}: ${md(resolved.reason)}`]),
  ];
}
