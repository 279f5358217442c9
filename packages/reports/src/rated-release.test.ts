import { defaultDocument } from "@assay/domain";
import { describe, expect, it } from "vitest";
import { buildSnapshot } from "./snapshot/build-snapshot.ts";
import { exportReport } from "./export-report.ts";
import { ferryInput, ferryView } from "./testing/ferry-case.ts";
import type { SnapshotInput } from "./snapshot/snapshot-input.ts";

const rating = {
  id: "q1",
  claimId: "claim-1",
  entryId: "mixed",
  label: "Mixed",
  colour: "#7d6b21",
  justification: "The log is silent.",
  version: 1,
  authorId: "wren",
  createdAt: "2026-10-10T00:00:00.000Z",
  updatedAt: "2026-10-10T00:00:00.000Z",
};
const release = {
  number: 2,
  sha256: "ab".repeat(32),
  releasedAt: "2026-10-11T09:44:00.000Z",
  releasedBy: "Wren",
  signatures: [{ name: "Tess Okoro", role: "reviewer", at: "2026-10-11T09:40:00.000Z" }],
  corrections: [
    { corrects: 1, madeRelease: 2, at: "2026-10-11T09:44:00.000Z", by: "Wren", what: "186, not 168.", why: "Misread." },
  ],
};
const textOf = (format: "html" | "md", more: Partial<SnapshotInput> = {}) => {
  const view = { ...ferryView(), ratings: [rating] };
  const snapshot = { ...buildSnapshot(ferryInput({ view, ...more })), release };
  return new TextDecoder().decode(exportReport(snapshot, format).bytes);
};

describe.each(["html", "md"] as const)("a rated release as %s", (format) => {
  it("says the rating apart from the verdict, in a report that nobody arranged and in the desk's own", () => {
    for (const document of [undefined, defaultDocument("Aground")]) {
      const text = textOf(format, { document });
      expect(text).toContain("Rated “");
      expect(text).toContain("The log is silent.");
      expect(text).toContain("conflicting");
    }
  });

  it("[R2] [R3] names who signed it and what it corrects", () => {
    const whole = defaultDocument("Aground");
    const without = { ...whole, blocks: whole.blocks.filter(({ type }) => type !== "corrections") };
    for (const document of [undefined, whole, without]) {
      const text = textOf(format, { document });
      expect(text).toContain("Tess Okoro");
      expect(text).toContain("186, not 168");
      expect(text).toContain("Misread");
    }
  });
});
