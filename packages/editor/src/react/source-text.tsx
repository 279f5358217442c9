import { useId, useImperativeHandle, useLayoutEffect, useRef, useState, type JSX, type Ref } from "react";
import type { HighlightMark } from "../highlight-mark.ts";
import type { TextRange } from "../text-range.ts";
import { OverviewRuler } from "./overview-ruler.tsx";
import type { ShownRevision } from "./pane-dom.ts";
import type { PaneEvents, SearchState, SourceTextApi } from "./pane-types.ts";
import { SourceBody } from "./source-body.tsx";
import { SourcePane } from "./source-pane.ts";

export interface SourceTextProps extends PaneEvents {
  revision: ShownRevision;
  marks: readonly HighlightMark[];
  /** The text without its marks. */
  bare?: boolean;
  chosenClaimId?: string | null;
  hoverClaimId?: string | null;
  search?: SearchState | null;
  /** What other people have selected. */
  others?: readonly TextRange[];
  /** The accessible name: the source's. */
  label: string;
  /** BCP 47 language of the text, for hyphenation and speech. */
  lang?: string;
  /** The overview at the right edge; shown unless false. */
  ruler?: boolean;
  className?: string;
  apiRef?: Ref<SourceTextApi>;
}

const NOBODY: readonly TextRange[] = [];

/** A source to be read, marked and selected from, never edited. Letter keys are left to the page. */
export function SourceText(props: SourceTextProps): JSX.Element {
  return <SourceTextPane key={props.revision.id} {...props} />;
}

function SourceTextPane(props: SourceTextProps): JSX.Element {
  const { marks, chosenClaimId = null, hoverClaimId = null, search = null, others = NOBODY } = props;
  const { label, lang, ruler = true, bare = false } = props;
  const [pane] = useState(() => new SourcePane(props.revision));
  const scroller = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const { onSelect, onCaret, onMarkClick, onMarkHover } = props;
  useLayoutEffect(
    () => pane.listen({ onSelect, onCaret, onMarkClick, onMarkHover }),
    [pane, onSelect, onCaret, onMarkClick, onMarkHover],
  );
  useLayoutEffect(() => pane.attach(scroller.current!, sheet.current!), [pane]);
  useLayoutEffect(() => pane.setHidden(bare), [pane, bare]);
  useLayoutEffect(() => pane.setMarks(marks), [pane, marks]);
  useLayoutEffect(() => pane.setChosen(chosenClaimId), [pane, chosenClaimId]);
  useLayoutEffect(() => pane.setHover(hoverClaimId), [pane, hoverClaimId]);
  useLayoutEffect(() => pane.setSearch(search), [pane, search]);
  useLayoutEffect(() => pane.setOthers(others), [pane, others]);
  useImperativeHandle(props.apiRef, () => apiOf(pane), [pane]);
  return (
    <div className={props.className === undefined ? "st" : `st ${props.className}`} data-bare={bare || undefined}>
      <div
        ref={scroller}
        className="st-scroll"
        tabIndex={0}
        role="region"
        aria-label={label}
        aria-describedby={helpId}
      >
        <div ref={sheet} className="st-sheet">
          <SourceBody pane={pane} lang={lang} />
        </div>
      </div>
      <span id={helpId} hidden>
        Read-only text. Arrow keys move the caret, Shift with them selects.
      </span>
      {ruler && <OverviewRuler pane={pane} />}
    </div>
  );
}

function apiOf(pane: SourcePane): SourceTextApi {
  return {
    revisionId: pane.revision.id,
    scrollToRange: (range, options) => pane.reveal(range, options),
    focus: () => pane.scroller?.focus({ preventScroll: true }),
    getSelection: () => pane.selected(),
    clearSelection: () => pane.clearSelection(),
    select: (range) => pane.select(range),
    nextMark: () => pane.step("next"),
    previousMark: () => pane.step("previous"),
    get scrollElement() {
      return pane.scroller;
    },
  };
}
