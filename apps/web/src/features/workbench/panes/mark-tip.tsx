import type { HighlightMark } from "@assay/editor";
import { createPortal } from "react-dom";
import { StanceGlyph } from "../../../components/stance.tsx";
import { useCase } from "../../case/use-case.ts";
import { MarkState } from "../../revision/mark-state.tsx";

const GAP = 6;
const WIDTH = 320;

/** What the words under the pointer are evidence of. It never lies over them: above the line, or below it. */
export function MarkTip({ marks, rect }: { marks: readonly HighlightMark[]; rect: DOMRect }) {
  const { claimById } = useCase();
  const seen = new Set<string>();
  const lines = marks.filter((mark) => !seen.has(mark.claimId) && seen.add(mark.claimId));
  const left = Math.max(8, Math.min(rect.left, window.innerWidth - WIDTH - 8));
  const above = rect.top > 90;
  const place = above ? { bottom: window.innerHeight - rect.top + GAP } : { top: rect.bottom + GAP };
  return createPortal(
    <div className="pane-tip" role="presentation" style={{ left, ...place }}>
      {lines.map((mark) => (
        <p key={mark.claimId}>
          {mark.stance === "verified" || mark.stance === "disputed" ? <StanceGlyph stance={mark.stance} /> : null}{" "}
          <b>{mark.label}</b>
          {claimById(mark.claimId)?.text}
          <MarkState mark={mark} />
        </p>
      ))}
    </div>,
    document.body,
  );
}
