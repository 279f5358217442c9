import { SourceText } from "@assay/editor/react";
import type { SelectedText, SourceTextApi } from "@assay/editor/react";
import { blockOfCaret } from "@assay/editor";
import type { HighlightMark } from "@assay/editor";
import { sourceName } from "@assay/domain";
import { memo, useCallback, useState } from "react";
import { Button } from "../../../components/button.tsx";
import { useCaseOf, useSourceText } from "../../case/use-case.ts";
import { refusalOf } from "../../../refusal.ts";
import { useOthersSelections } from "../../live/source-people.tsx";
import { LostPassages } from "../../revision/lost-passages.tsx";
import { OlderRevision } from "../../revision/older-revision.tsx";
import { CompareCell } from "../compare/compare-cell.tsx";
import { useBench, useBenchParts } from "../state/bench-context.tsx";
import { MarksHere } from "./marks-here.tsx";
import { MarkTip } from "./mark-tip.tsx";
import { PaneHead } from "./pane-head.tsx";
import { useSearchState } from "../find/use-search-state.ts";
import { usePaneMarks } from "./use-pane-marks.ts";

/** The text is drawn again only when one of its own things changes, not with every change of the case. */
const Text = memo(SourceText);

const NO_MARKS: readonly HighlightMark[] = [];

interface Hover {
  marks: HighlightMark[];
  rect: DOMRect;
}

export const Pane = memo(function Pane({ sourceId }: { sourceId: string }) {
  const bench = useBenchParts();
  const source = useCaseOf(({ sourceById }) => sourceById(sourceId));
  const text = useSourceText(sourceId);
  const { marks, hidden } = usePaneMarks(sourceId);
  const others = useOthersSelections(text.data?.id);
  const focused = useBench((state) => state.sourceId === sourceId);
  const claimId = useBench((state) => state.claimId);
  const hoverClaimId = useBench((state) => state.hoverClaimId);
  const search = useSearchState(sourceId);
  const [hover, setHover] = useState<Hover | null>(null);
  const [block, setBlock] = useState(0);
  const { store, nav, panes } = bench;

  const register = useCallback((api: SourceTextApi | null) => panes.set(sourceId, api), [panes, sourceId]);
  const onSelect = useCallback(
    (range: SelectedText | null) => {
      const { selection } = store.getState();
      if (range !== null) store.setState({ selection: { sourceId, ...range }, sourceId });
      else if (selection?.sourceId === sourceId) store.setState({ selection: null });
    },
    [store, sourceId],
  );
  const onMarkClick = useCallback(
    (clicked: HighlightMark[]) => {
      nav.focusSource(sourceId);
      nav.choose(nextClaim(clicked, store.getState().claimId), sourceId);
    },
    [nav, store, sourceId],
  );
  const onMarkHover = useCallback(
    (under: HighlightMark[], rect: DOMRect | null) => {
      setHover(rect === null || under.length === 0 ? null : { marks: under, rect });
      store.setState({ hoverClaimId: under[0]?.claimId ?? null });
    },
    [store],
  );

  const blocks = text.data?.blocks;
  const onCaret = useCallback(
    (offset: number) => {
      panes.setCaret(sourceId, offset);
      if (blocks !== undefined) setBlock(blockOfCaret(blocks, offset));
    },
    [panes, sourceId, blocks],
  );

  const reading = useBench((state) => state.reading[sourceId]);
  if (source === undefined) return null;
  const older = reading === undefined || reading.revisionId === source.revision.id ? null : reading;
  return (
    <section
      className={focused ? "pane on" : "pane"}
      aria-label={`Source ${source.number}: ${sourceName(source)}`}
      onPointerDownCapture={() => store.setState({ sourceId })}
      onFocusCapture={() => store.setState({ sourceId })}
    >
      <PaneHead source={source} focused={focused} />
      <CompareCell sourceId={sourceId} />
      {older === null ? <LostPassages sourceId={sourceId} /> : null}
      <div className="pane-body">
        {older !== null ? (
          <OlderRevision source={source} revisionId={older.revisionId} span={older.span} />
        ) : text.data !== undefined ? (
          <Text
            revision={text.data}
            marks={marks}
            bare={hidden}
            chosenClaimId={claimId}
            hoverClaimId={hoverClaimId}
            search={search}
            others={others}
            label={sourceName(source)}
            lang={source.language}
            onSelect={onSelect}
            onCaret={onCaret}
            onMarkClick={onMarkClick}
            onMarkHover={onMarkHover}
            apiRef={register}
          />
        ) : text.isError ? (
          <div className="pane-wait">
            <p>{refusalOf(text.error).message}</p>
            <Button onClick={() => void text.refetch()}>Try again</Button>
          </div>
        ) : (
          <p className="pane-wait">Opening the text</p>
        )}
      </div>
      {text.data === undefined || older !== null ? null : <MarksHere sourceId={sourceId} revision={text.data} block={block} marks={hidden ? NO_MARKS : marks} />}
      {hover === null ? null : <MarkTip marks={hover.marks} rect={hover.rect} />}
    </section>
  );
});

/** Of several claims under one click each press goes on to the next. */
function nextClaim(clicked: readonly HighlightMark[], chosen: string | null): string | null {
  const ids = [...new Set(clicked.map((mark) => mark.claimId))];
  const at = chosen === null ? -1 : ids.indexOf(chosen);
  return ids[(at + 1) % ids.length] ?? null;
}
