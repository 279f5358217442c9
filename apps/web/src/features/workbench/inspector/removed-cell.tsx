import type { RemovedSourceView } from "@assay/domain";
import { decideReturn, sourceName } from "@assay/domain";
import { useEffect, useRef } from "react";
import { Button } from "../../../components/button.tsx";
import { Kbd } from "../../../components/kbd.tsx";
import { TimeAgo } from "../../../components/time-ago.tsx";
import { useCase, useCaseOf } from "../../case/use-case.ts";
import { useSourceMoves } from "../../source/source-moves.ts";
import { useBench } from "../state/bench-context.tsx";

/**
 * T7: the source that somebody was at work in was taken out. Its cell stays chosen until they choose another one, so that
 * the key they were about to press falls on nothing instead of on the source beside it.
 */
export function RemovedCell() {
  const removed = useCaseOf(({ view }) => view.removedSources);
  const sourceId = useBench((state) => state.sourceId);
  const source = removed.find(({ id }) => id === sourceId);
  return source === undefined ? null : <Tombstone key={source.id} source={source} />;
}

function Tombstone({ source }: { source: RemovedSourceView }) {
  const { me, personById } = useCase();
  const { putBack } = useSourceMoves();
  const section = useRef<HTMLElement>(null);
  // What had the focus went with the source: its text, or a field of this cell.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) section.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  const decided = decideReturn(me, source);
  const remover = source.removedBy === me.id ? "you" : (personById(source.removedBy)?.name ?? "somebody who has left");
  return (
    <section ref={section} className="insp-removed" aria-label={`Source ${source.number}, taken out`} tabIndex={-1}>
      <p className="insp-removed-name">
        <Kbd>{String(source.number)}</Kbd> {sourceName(source)}
      </p>
      <p>
        Taken out of the case by {remover} <TimeAgo iso={source.removedAt} />: {source.reason}
      </p>
      <p className="bench-meta">
        Nothing that was said of it is lost. What you were writing here is kept on this device, and is back in its field when the
        source is.
      </p>
      <Button
        className="btn-small"
        aria-label={`Put ${sourceName(source)} back`}
        disabledReason={decided.ok ? null : decided.reason}
        onClick={() => void putBack(source)}
      >
        Put back
      </Button>
    </section>
  );
}
