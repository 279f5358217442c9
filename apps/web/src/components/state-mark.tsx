import "./marks.css";
import type { TagState } from "@assay/domain";
import { stateWord } from "@assay/domain";
import { Glyph } from "./glyph.tsx";

/** A tag's state: a monochrome shape, amber only where somebody has to act. `bare` leaves the word to readers. */
export function StateMark({ state, bare = false }: { state: TagState; bare?: boolean }) {
  return (
    <span className={`statemark statemark-${state}`} title={bare ? stateWord(state) : undefined}>
      <Glyph name={state} />
      <span className={bare ? "vh" : undefined}>{stateWord(state)}</span>
    </span>
  );
}
