import { buildSnapshot } from "../snapshot/build-snapshot.ts";
import type { ReportSnapshot, SnapshotRatingEntry } from "../snapshot/report-snapshot.ts";
import { ferryInput } from "./ferry-case.ts";

const ENTRIES: SnapshotRatingEntry[] = [
  { value: 1, label: "False", colour: "#a3312a", definition: "What is known speaks against it." },
  { value: 2, label: "Disputed in part", colour: "#b98a1e", definition: "Accounts differ on a part of it." },
  { value: 3, label: "True", colour: "#2c7a4b", definition: "What is known bears it out." },
];

/** The ferry case with two of its claims rated, the second without a word why. */
export function rated(): ReportSnapshot {
  const rating = (value: number, justification: string) => {
    const entry = ENTRIES[value - 1] as SnapshotRatingEntry;
    const { label, colour } = entry;
    return { value, label, colour, justification, by: "Wren Halloran", at: "2026-10-10T08:30:00.000Z" };
  };
  return {
    ...buildSnapshot(ferryInput()),
    ratings: {
      scale: { name: "House scale", entries: ENTRIES },
      piece: null,
      claims: [
        { claimId: "claim-1", ...rating(2, "Two counts, two numbers.") },
        { claimId: "claim-2", ...rating(1, "") },
      ],
    },
  };
}
