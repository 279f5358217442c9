import type { CaseProgress } from "@assay/domain";

/** The parts of the bar, in its order. Open is everything begun that is neither settled nor contested. */
export function progressParts({ cells, settled }: Pick<CaseProgress, "cells" | "settled">) {
  const open = cells.in_progress + cells.awaiting_review + cells.changes_requested + cells.stale;
  return { settled, open, contested: cells.contested, empty: cells.empty };
}

export function ProgressBar({ progress }: { progress: CaseProgress }) {
  const parts = Object.entries(progressParts(progress)).filter(([, count]) => count > 0);
  const words = parts.map(([part, count]) => `${count} ${part}`);
  return (
    <div>
      <div className="homebar" role="img" aria-label={words.join(", ") || "No cells yet"}>
        {parts.map(([part, count]) => (
          <i key={part} className={`homebar-${part}`} style={{ flexGrow: count }} />
        ))}
        {parts.length === 0 ? <i className="homebar-empty" style={{ flexGrow: 1 }} /> : null}
      </div>
      <p className="homebar-legend" aria-hidden>
        {words.length === 0 ? <span>no cells yet</span> : words.map((word) => <span key={word}>{word}</span>)}
      </p>
    </div>
  );
}
