import "./marks.css";
import type { ClaimType } from "@assay/domain";
import { Glyph } from "./glyph.tsx";

/** Claim types are their own display words: "number", "date", … */
export function ClaimTypeIcon({ type }: { type: ClaimType }) {
  return (
    <span className="claimtype" title={type}>
      <Glyph name={type} title={type} />
    </span>
  );
}
