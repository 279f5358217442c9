import type { CaseEntry } from "./case-entry.ts";

/** The desk's day in figures: amber only where it is this person's turn to mend something. */
export function WorkSummary({ cases }: { cases: readonly CaseEntry[] }) {
  const sum = (of: (entry: CaseEntry) => number) => cases.reduce((total, entry) => total + of(entry), 0);
  const figures = [
    { label: "came back to you", value: sum((entry) => entry.returned), amber: true },
    { label: "to review", value: sum((entry) => entry.toReview), amber: false },
    { label: "contested", value: sum((entry) => entry.progress.cells.contested), amber: true },
    { label: "empty cells", value: sum((entry) => entry.progress.cells.empty), amber: false },
    { label: "settled", value: sum((entry) => entry.progress.settled), amber: false },
  ];
  if (cases.length === 0) return null;
  return (
    <dl className="homework">
      {figures.map(({ label, value, amber }) => (
        <div key={label} className={amber && value > 0 ? "homework-amber" : undefined}>
          <dt className="meta">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
