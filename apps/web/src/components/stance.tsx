import "./marks.css";
import type { Stance as StanceName } from "@assay/domain";
import { Glyph } from "./glyph.tsx";

/** Glyph and word. `attributed` (S4) stands beside it, never inside the word. */
export function Stance({ stance, attributed = false }: { stance: StanceName; attributed?: boolean }) {
  return (
    <span className={`stance stance-${stance}`}>
      <Glyph name={stance} />
      {stance}
      {attributed ? <em>attributed</em> : null}
    </span>
  );
}

/** The glyph alone, coloured; give a title where no word stands beside it. */
export function StanceGlyph({ stance, title }: { stance: StanceName; title?: string }) {
  return (
    <span className={`stance stance-${stance}`}>
      <Glyph name={stance} {...(title === undefined ? {} : { title })} />
    </span>
  );
}
