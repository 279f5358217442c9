import type { ReportElement } from "@assay/editor";
import { isProse } from "@assay/domain";
import { GripVertical, Lock } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import type { Node } from "slate";
import { Editor, Transforms } from "slate";
import type { RenderElementProps } from "slate-react";
import { ReactEditor, useSelected, useSlateStatic } from "slate-react";
import { LiveCard } from "./live-element.tsx";
import { KIND_WORDS } from "./model/block-kinds.ts";

export const DRAG_TYPE = "application/x-assay-block";

interface BlockFrameProps {
  attributes: RenderElementProps["attributes"];
  block: ReportElement;
  children: ReactNode;
}

/** What stands around each block: a handle to drag it by, and the mark of an internal one. Keys do the same. */
export function BlockFrame({ attributes, block, children }: BlockFrameProps) {
  const selected = useSelected();
  const isInternal = block.audience === "internal";
  const live = isProse(block) ? null : block;
  const editor = useSlateStatic();
  // At once, and with the focus: the browser by itself would put the caret nowhere, or later.
  const choose = (event: MouseEvent) => {
    event.preventDefault();
    Transforms.select(editor, Editor.start(editor, ReactEditor.findPath(editor, block as unknown as Node)));
    ReactEditor.focus(editor);
  };
  const chosen = live !== null && selected;
  const classes = ["builder-block", isInternal ? "builder-internal" : "", chosen ? "builder-on" : ""];
  return (
    <div {...attributes} className={classes.filter(Boolean).join(" ")} data-block={block.id}>
      <span
        className="builder-grip"
        contentEditable={false}
        draggable
        aria-hidden
        title={`Drag to move: ${KIND_WORDS[block.type].toLowerCase()}`}
        onDragStart={(event) => {
          event.stopPropagation();
          event.dataTransfer.setData(DRAG_TYPE, block.id);
          event.dataTransfer.effectAllowed = "move";
        }}
      >
        <GripVertical className="icon" />
      </span>
      {live === null ? null : (
        <div contentEditable={false} onMouseDown={choose}>
          <LiveCard block={live} />
        </div>
      )}
      {children}
      {isInternal ? (
        <span className="builder-inside micro" contentEditable={false}>
          <Lock className="icon" aria-hidden />
          Internal
        </span>
      ) : null}
    </div>
  );
}
