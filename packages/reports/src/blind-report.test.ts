import { describe, expect, it } from "vitest";
import { buildSnapshot } from "./snapshot/build-snapshot.ts";
import { exportReport } from "./export-report.ts";
import type { TextFormatName } from "./report-formats.ts";
import { ferryInput, ferryView } from "./testing/ferry-case.ts";

type View = ReturnType<typeof ferryView>;

/** The ferry's case under a policy of two blind tags; every cell of a standing claim is open but those of `shut`. */
function blindView(shut: readonly string[] = [], over: Partial<View["policy"]> = {}): View {
  const view = ferryView();
  const openings = view.claims.flatMap(({ id: claimId }) =>
    view.sources.map(({ id: sourceId }) => ({ claimId, sourceId, openedAt: view.createdAt })),
  );
  const policy = { ...view.policy, requiredTags: 2, ...over };
  const open = openings.filter(({ claimId, sourceId }) => !shut.includes(`${claimId} ${sourceId}`));
  return { ...view, policy, openings: open };
}

function printed(view: View, format: TextFormatName): string {
  return new TextDecoder().decode(exportReport(buildSnapshot(ferryInput({ view })), format).bytes);
}

const FORMATS = ["html", "md"] as const;

describe("a report of blind tagging", () => {
  it("[B2] tells the rule that the desk worked by", () => {
    const blind = /two tags by different people, who do not see each other’s work/u;
    for (const format of FORMATS) {
      expect(printed(blindView(), format)).toMatch(blind);
      expect(printed(ferryView(), format)).not.toMatch(blind);
    }
    expect(printed(blindView([], { autoAccept: true }), "md")).toContain("where they agree, the policy approves them");
    expect(JSON.parse(printed(blindView(), "json"))).toMatchObject({ policy: { requiredTags: 2, autoAccept: false } });
  });

  it("[B1] marks cells that are still blind, and then gives neither the log's position nor its hash", () => {
    const view = { ...blindView(["claim-4 source-3"]), lastEvent: 4711, lastHash: "" };
    const snapshot = buildSnapshot(ferryInput({ view }));
    expect(snapshot.counts.blind).toBe(1);
    expect(snapshot.notes.join(" ")).toContain("One cell is still blind: what others have tagged there");
    for (const format of FORMATS) {
      expect(printed(view, format)).toContain("still blind");
      expect(printed(view, format)).toContain("once every cell has opened");
      expect(printed(view, format)).not.toMatch(/4.?711/u);
    }
    expect(printed(view, "csv")).toMatch(/,blind,/u);
  });

  it("[B3] says beside a tag that it was written after the reveal, in every format", () => {
    const view = blindView();
    view.tags = view.tags.map((tag) => ({ ...tag, postReveal: tag.id === "t1" }));
    const snapshot = buildSnapshot(ferryInput({ view }));
    expect(snapshot.counts.postReveal).toBe(1);
    expect(snapshot.notes.join(" ")).toContain("One tag was written or changed after the others’ were shown.");
    for (const format of FORMATS) expect(printed(view, format)).toContain("after the reveal");
    const at = (line: string) => line.split(",");
    const [head = "", ...rows] = printed(view, "csv").split("\r\n");
    expect(at(head)).toContain("post_reveal");
    expect(rows.filter((row) => /,yes,\d+,approved,/u.test(row))).toHaveLength(1);
  });

  it("[B2] [T4] names the policy where it approved, and no person", () => {
    const view = blindView([], { autoAccept: true });
    view.reviews = view.reviews.filter(({ tagId }) => tagId !== "t1");
    const snapshot = buildSnapshot(ferryInput({ view }));
    expect(snapshot.counts).toMatchObject({ autoAccepted: 1, selfReviewed: 0 });
    expect(snapshot.notes.join(" ")).toContain("One tag was approved by the desk’s policy, not by a person");
    for (const format of FORMATS) expect(printed(view, format)).toContain("approved by agreement of blind tags");
  });
});
