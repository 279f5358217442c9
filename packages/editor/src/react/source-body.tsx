import { memo, useCallback, useState, type JSX } from "react";
import { Editable, Slate, type RenderChunkProps } from "slate-react";
import { toSourceValue } from "../source-value.ts";
import { renderBlock } from "./source-block.tsx";
import { chunkIndexOf, SourceChunk } from "./source-chunk.tsx";
import { createSourceEditor } from "./source-editor.ts";
import type { SourcePane } from "./source-pane.ts";

/** The text itself. Rendered once for a revision: nothing that changes is among its props. */
export const SourceBody = memo(function SourceBody({ pane, lang }: { pane: SourcePane; lang?: string }): JSX.Element {
  const { text, blocks } = pane.revision;
  const [editor] = useState(createSourceEditor);
  const [value] = useState(() => toSourceValue(text, blocks));
  const renderChunk = useCallback(
    ({ lowest, attributes, children }: RenderChunkProps): JSX.Element =>
      lowest ? (
        <SourceChunk pane={pane} index={chunkIndexOf(children)} attributes={attributes}>
          {children}
        </SourceChunk>
      ) : (
        children
      ),
    [pane],
  );
  const body = (
    <Slate editor={editor} initialValue={value}>
      <Editable
        readOnly
        disableDefaultStyles
        className="st-body"
        lang={lang}
        renderElement={renderBlock}
        renderChunk={renderChunk}
        onCopy={keepForPane}
      />
    </Slate>
  );
  // Slate makes no chunks of a text that fits in one.
  return pane.chunks.count === 1 ? (
    <SourceChunk pane={pane} index={0}>
      {body}
    </SourceChunk>
  ) : (
    body
  );
});

/** Tells Slate that copying has been seen to: the pane puts the source's own text on the clipboard. */
function keepForPane(): boolean {
  return true;
}
