import "./rating-mark.css";
import type { CSSProperties } from "react";

interface RatingMarkProps {
  label: string;
  colour: string;
  /** 1 for the lowest of `of`: told by length as well as by colour. */
  value?: number;
  of?: number;
}

/** A rating of the desk's scale: its name, and how far up the scale it stands. */
export function RatingMark({ label, colour, value, of }: RatingMarkProps) {
  const share = value === undefined || of === undefined || of < 1 ? 1 : value / of;
  return (
    <span className="ratingmark" style={{ "--rating": colour, "--rating-share": share } as CSSProperties}>
      <span className="ratingmark-gauge" aria-hidden />
      {label}
    </span>
  );
}
