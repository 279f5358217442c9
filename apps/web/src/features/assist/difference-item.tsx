import { sourceName, withinQuotes } from "@assay/domain";
import { Glyph } from "../../components/glyph.tsx";
import { useCase } from "../case/use-case.ts";
import type { Difference } from "./assist-types.ts";
import { differenceName } from "./model/difference-words.ts";

interface Side {
  source: string;
  start: number;
  end: number;
  exact: string;
}

interface DifferenceItemProps {
  difference: Omit<Difference, "about">;
  /** Shows the words where they stand; without it they are only quoted. */
  onShow?: ((side: Side) => void) | undefined;
}

/** "Duration, conflicting. “ninety minutes” against “two hours”. Why." */
export function DifferenceItem({ difference, onShow }: DifferenceItemProps) {
  return (
    <>
      <p className="sug-kind">
        <DifferenceKind difference={difference} />
      </p>
      <DifferenceSides difference={difference} onShow={onShow} />
    </>
  );
}

export function DifferenceKind({ difference: { type, compatible } }: Pick<DifferenceItemProps, "difference">) {
  return (
    <>
      <b>{differenceName(type)}</b> <CompatibleMark compatible={compatible} />
    </>
  );
}

export function DifferenceSides({ difference: { a, b, why }, onShow }: DifferenceItemProps) {
  return (
    <>
      <p className="sug-sides">
        <Words side={a} onShow={onShow} /> <span className="sug-who">against</span> <Words side={b} onShow={onShow} />
      </p>
      <p className="sug-why">{why}</p>
    </>
  );
}

export function CompatibleMark({ compatible }: { compatible: boolean }) {
  return compatible ? (
    <span className="sug-compatible">compatible</span>
  ) : (
    <span className="sug-conflicting">
      <Glyph name="disputed" /> conflicting
    </span>
  );
}

/** A claim's own wording has no place in a source to go to. */
function Words({ side, onShow }: { side: Side; onShow: ((side: Side) => void) | undefined }) {
  const { sourceById } = useCase();
  const source = sourceById(side.source);
  const quoted = <q>{withinQuotes(side.exact)}</q>;
  if (source === undefined) {
    return (
      <>
        {quoted} <span className="sug-who">the claim</span>
      </>
    );
  }
  if (onShow === undefined) return quoted;
  const name = sourceName(source);
  return (
    <button type="button" className="sug-jump" title={`Show it in ${name}`} onClick={() => onShow(side)}>
      {quoted} <span className="sug-who">{name}</span>
    </button>
  );
}
