import "./marks.css";
import type { VerdictKind } from "@assay/domain";
import { verdictWord } from "@assay/domain";
import { Glyph } from "./glyph.tsx";

interface VerdictMarkProps {
  kind: VerdictKind;
  /** Cells that are not settled yet: shown beside the verdict, never changing it (V3). */
  open?: number;
  /** A person put this in the place of the derived verdict (V4). */
  overridden?: boolean;
  chip?: boolean;
  /** Where the line is narrow: the longest verdict drops its last word for the eye, not for the ear. */
  short?: boolean;
}

export function VerdictMark({ kind, open = 0, overridden = false, chip = false, short = false }: VerdictMarkProps) {
  const classes = ["verdictmark", `verdictmark-${kind}`];
  if (chip) classes.push("verdictmark-chip");
  if (open > 0) classes.push("verdictmark-pending");
  return (
    <span className={classes.join(" ")}>
      <Glyph name={kind} />
      {short && kind === "not_enough_evidence" ? (
        <span title={verdictWord(kind)}>
          not enough<span className="vh"> evidence</span>
        </span>
      ) : (
        verdictWord(kind)
      )}
      {overridden ? <em>overridden</em> : null}
      {open > 0 ? <em>{open} open</em> : null}
    </span>
  );
}
