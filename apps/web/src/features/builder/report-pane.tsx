import type { ReportBlock, TemplateBlock } from "@assay/domain";
import { isProse } from "@assay/domain";
import type { ReportElement } from "@assay/editor";
import type { KeyboardEvent, ReactNode } from "react";
import { useCallback, useId, useState } from "react";
import { Transforms } from "slate";
import type { RenderElementProps, RenderLeafProps } from "slate-react";
import { Editable, ReactEditor, Slate } from "slate-react";
import { matchesKey } from "../../components/key-match.ts";
import { newId } from "../../trpc.ts";
import { BlockFrame, DRAG_TYPE } from "./block-frame.tsx";
import { CasePicker } from "./case-picker.tsx";
import { EDITOR_KEYS } from "./editor-keys.ts";
import { EditorToolbar } from "./editor-toolbar.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import type { Insertable } from "./model/block-kinds.ts";
import { findInsertables } from "./model/block-kinds.ts";
import { moveBlockTo } from "./model/block-edits.ts";
import type { ReportEditor } from "./model/report-editor.ts";
import { blocksOf, currentIndex, elementsOf, insertBlock, isEmptyProse, turnInto } from "./model/report-editor.ts";
import type { SlashQuery } from "./model/slash-query.ts";
import { slashQuery } from "./model/slash-query.ts";
import { ProseElement } from "./prose-element.tsx";
import { SlashMenu } from "./slash-menu.tsx";

interface ReportPaneProps {
  editor: ReportEditor;
  readOnly: boolean;
  /** Stands above the text and scrolls with it. */
  head: ReactNode;
  onChange: (blocks: ReportBlock[]) => void;
  onSay: (words: string) => void;
}

type Picking = { of: "claim" | "evidence" };

/** The document with its toolbar; `/` opens the menu of blocks where the caret is. */
export function ReportPane({ editor, readOnly, head, onChange, onSay }: ReportPaneProps) {
  const menuId = useId();
  const [slash, setSlash] = useState<{ query: SlashQuery; at: DOMRect } | null>(null);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const [picking, setPicking] = useState<Picking | null>(null);
  const [linking, setLinking] = useState(false);
  const items = slash === null ? [] : findInsertables(slash.query.text);
  const isOpen = slash !== null && items.length > 0;
  const chosen = Math.min(active, Math.max(0, items.length - 1));

  const look = () => {
    const query = readOnly ? null : slashQuery(editor);
    const key = query === null ? null : JSON.stringify(query.range.anchor);
    if (key === null || key !== dismissed) setDismissed(null);
    if (query === null || key === dismissed) return setSlash(null);
    if (slash === null || slash.query.text !== query.text) setActive(0);
    // After Slate has drawn the letter just typed.
    requestAnimationFrame(() => setSlash({ query, at: rectOf(editor, query) }));
  };
  const close = () => {
    if (slash !== null) setDismissed(JSON.stringify(slash.query.range.anchor));
    setSlash(null);
  };
  const pick = ({ make }: Insertable) => {
    if (slash !== null) Transforms.delete(editor, { at: slash.query.range });
    setSlash(null);
    if (make === "pick-claim") setPicking({ of: "claim" });
    else if (make === "pick-evidence") setPicking({ of: "evidence" });
    else place(editor, make);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (isOpen && heardByMenu(event)) return;
    for (const { key, run } of EDITOR_KEYS) {
      if (!matchesKey(key, event.nativeEvent)) continue;
      event.preventDefault();
      event.stopPropagation();
      if (run === "link") setLinking(true);
      else run(editor, onSay);
      return;
    }
  };
  const heardByMenu = (event: KeyboardEvent): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const item = items[chosen];
    if (step !== undefined) setActive((chosen + step + items.length) % items.length);
    else if ((event.key === "Enter" || event.key === "Tab") && item !== undefined) pick(item);
    else if (event.key === "Escape") close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const renderElement = useCallback((props: RenderElementProps) => <DrawnElement {...props} />, []);
  return (
    <Slate
      editor={editor}
      initialValue={editor.children}
      onChange={() => {
        if (editor.operations.some(({ type }) => type !== "set_selection")) onChange(blocksOf(editor));
        look();
      }}
    >
      {readOnly ? null : (
        <EditorToolbar
          onInsert={() => openSlash(editor)}
          onLink={() => setLinking(true)}
          onSay={onSay}
        />
      )}
      <div className="builder-scroll">
        {head}
        <Editable
          className="builder-text"
          aria-label="Report"
          aria-multiline
          role="textbox"
          readOnly={readOnly}
          renderElement={renderElement}
          renderLeaf={renderLeaf}
          onKeyDown={onKeyDown}
          onBlur={() => setSlash(null)}
          onDragOver={takeDrag}
          onDrop={(event) => dropBlock(editor, event)}
          aria-haspopup="listbox"
          {...(isOpen ? { "aria-controls": menuId, "aria-activedescendant": `${menuId}-${chosen}` } : {})}
        />
      </div>
      {isOpen ? (
        <SlashMenu id={menuId} items={items} active={chosen} at={slash.at} onPick={pick} onHover={setActive} />
      ) : null}
      {picking === null ? null : (
        <CasePicker
          of={picking.of}
          onClose={() => {
            setPicking(null);
            focusSoon(editor);
          }}
          onPick={(block) => {
            setPicking(null);
            place(editor, block);
            focusSoon(editor);
          }}
        />
      )}
      {linking ? (
        <LinkDialog
          onClose={() => {
            setLinking(false);
            focusSoon(editor);
          }}
        />
      ) : null}
    </Slate>
  );
}

/** Radix gives the focus back when its dialog is gone; the caret then is where it was. */
function focusSoon(editor: ReportEditor): void {
  setTimeout(() => ReactEditor.focus(editor), 0);
}

function rectOf(editor: ReportEditor, { range }: SlashQuery): DOMRect {
  try {
    return ReactEditor.toDOMRange(editor, range).getBoundingClientRect();
  } catch {
    return new DOMRect(80, 120, 0, 20);
  }
}

/** An empty paragraph becomes the block; beside words it gets a place of its own. */
function place(editor: ReportEditor, block: TemplateBlock): void {
  const index = currentIndex(editor) ?? editor.children.length - 1;
  const here = elementsOf(editor)[index];
  const audience = here?.audience ?? block.audience;
  const isFree = here !== undefined && isProse(here) && isEmptyProse(here);
  if (isFree && "children" in block) return turnInto(editor, index, block);
  insertBlock(editor, index + 1, { ...block, audience }, newId);
  if (isFree) Transforms.removeNodes(editor, { at: [index] });
}

function openSlash(editor: ReportEditor): void {
  ReactEditor.focus(editor);
  if (editor.selection === null) Transforms.select(editor, { path: [editor.children.length - 1, 0], offset: 0 });
  const index = currentIndex(editor);
  const here = index === null ? undefined : elementsOf(editor)[index];
  if (here !== undefined && index !== null && (!isProse(here) || !isEmptyProse(here))) {
    insertBlock(editor, index + 1, { type: "paragraph", audience: here.audience, children: [{ text: "" }] }, newId);
  }
  editor.insertText("/");
}

function takeDrag(event: React.DragEvent): boolean {
  const isBlock = event.dataTransfer.types.includes(DRAG_TYPE);
  if (isBlock) event.preventDefault();
  return isBlock;
}

function dropBlock(editor: ReportEditor, event: React.DragEvent): boolean {
  const id = event.dataTransfer.getData(DRAG_TYPE);
  if (id === "") return false;
  event.preventDefault();
  const frames = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-block]")];
  const before = frames.findIndex((frame) => {
    const { top, height } = frame.getBoundingClientRect();
    return event.clientY < top + height / 2;
  });
  moveBlockTo(editor, id, before === -1 ? frames.length : before);
  return true;
}

function DrawnElement({ attributes, children, element }: RenderElementProps) {
  const block = element as unknown as ReportElement | { type: "link"; url: string };
  if (block.type === "link") {
    return (
      <a {...attributes} className="builder-link" href={block.url} title={block.url}>
        {children}
      </a>
    );
  }
  if (!isProse(block)) {
    return (
      <BlockFrame attributes={attributes} block={block}>
        {children}
      </BlockFrame>
    );
  }
  return (
    <BlockFrame attributes={attributes} block={block}>
      <ProseElement block={block}>{children}</ProseElement>
    </BlockFrame>
  );
}

function renderLeaf({ attributes, children, leaf }: RenderLeafProps) {
  const { bold, italic } = leaf as { bold?: true; italic?: true };
  const leant = italic === true ? <i>{children}</i> : children;
  return <span {...attributes}>{bold === true ? <strong>{leant}</strong> : leant}</span>;
}

