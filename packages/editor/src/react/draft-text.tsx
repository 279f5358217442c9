import { useCallback, useLayoutEffect, useRef, useState, type JSX, type KeyboardEvent } from "react";
import { Editable, Slate, type RenderChunkProps, type RenderElementProps } from "slate-react";
import type { DraftAnchor } from "../draft-anchor.ts";
import type { DraftElement } from "../draft-value.ts";
import { DraftBlock, renderDraftLeaf } from "./draft-block.tsx";
import { DraftChunk } from "./draft-chunk.tsx";
import type { DraftMark } from "./draft-painter.ts";
import { selectTo, type DraftEditor } from "./draft-react-editor.ts";
import { DraftView } from "./draft-view.ts";

export interface DraftTextProps {
  editor: DraftEditor;
  /** As it is when the editor opens; from then on the editor holds it. */
  value: DraftElement[];
  /** By the ids of the editor's anchors. */
  marks: ReadonlyMap<string, DraftMark>;
  chosenClaimId?: string | null;
  /** Any other array than before: passages came or went without being typed over. */
  anchors?: readonly DraftAnchor[];
  label: string;
  lang?: string;
  /** After every change of words, passages or selection. */
  onChange?: (change: { words: boolean; anchors: readonly DraftAnchor[] }) => void;
}

/** A draft to be written in. Of a long one only what is near the view is in the page. */
export function DraftText({ editor, value, marks, chosenClaimId = null, anchors, label, lang, onChange }: DraftTextProps): JSX.Element {
  const [view] = useState(() => new DraftView(editor));
  const scroller = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => view.watch(scroller.current!), [view]);
  useLayoutEffect(() => view.setMarks(marks, chosenClaimId), [view, marks, chosenClaimId]);
  useLayoutEffect(() => {
    view.refresh();
  }, [view, anchors]);
  const renderElement = useCallback((props: RenderElementProps) => <DraftBlock {...props} view={view} />, [view]);
  const renderChunk = useCallback(
    ({ lowest, attributes, children }: RenderChunkProps): JSX.Element =>
      lowest ? (
        <DraftChunk view={view} attributes={attributes}>
          {children}
        </DraftChunk>
      ) : (
        children
      ),
    [view],
  );
  const change = () => {
    const words = editor.operations.some(({ type }) => type !== "set_selection");
    // Blocks that Slate is about to render paint themselves; this is for the others.
    onChange?.({ words, anchors: view.refresh() });
  };
  return (
    <div ref={scroller} className="st-scroll dt">
      <div className="st-sheet">
        <Slate editor={editor} initialValue={value} onChange={change}>
          <Editable
            className="st-body dt-body"
            disableDefaultStyles
            aria-label={label}
            aria-multiline
            lang={lang}
            spellCheck
            renderElement={renderElement}
            renderLeaf={renderDraftLeaf}
            renderChunk={renderChunk}
            onKeyDown={(event) => onKey(event, editor)}
          />
        </Slate>
      </div>
    </div>
  );
}

/** What a browser would do only within what is in the page. */
function onKey(event: KeyboardEvent, editor: DraftEditor): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const target = event.key === "Home" ? "start" : event.key === "End" ? "end" : event.key.toLowerCase() === "a" ? "all" : null;
  if (target === null) return;
  event.preventDefault();
  selectTo(editor, target, event.shiftKey);
}
