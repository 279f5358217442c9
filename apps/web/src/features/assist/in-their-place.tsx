import { sourceName } from "@assay/domain";
import type { SourceView } from "@assay/domain";
import { useCase, useSourceText } from "../case/use-case.ts";
import { wordsAround } from "./model/words-around.ts";

interface Side {
  source: string;
  start: number;
  end: number;
  exact: string;
}

/** The words of two sources side by side, each in the sentence around it. */
export function InTheirPlace({ sides }: { sides: readonly [Side, Side] }) {
  const { sourceById } = useCase();
  const found = sides.flatMap((side) => {
    const source = sourceById(side.source);
    return source === undefined ? [] : [{ side, source }];
  });
  if (found.length === 0) return null;
  return (
    <div className="sug-pair">
      {found.map(({ side, source }, index) => (
        <InItsPlace key={index} side={side} source={source} />
      ))}
    </div>
  );
}

function InItsPlace({ side, source }: { side: Side; source: SourceView }) {
  const { data } = useSourceText(source.id);
  const isHere = data?.text.slice(side.start, side.end) === side.exact;
  const { before, after } = data !== undefined && isHere ? wordsAround(data.text, data.blocks, side) : { before: "", after: "" };
  return (
    <blockquote className="sug-exact" lang={source.language}>
      {before}
      <b className="sug-match">{side.exact}</b>
      {after}
      <footer>{sourceName(source)}</footer>
    </blockquote>
  );
}
