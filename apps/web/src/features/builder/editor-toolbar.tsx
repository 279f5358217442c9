import {
  ArrowDown,
  ArrowUp,
  Bold,
  Copy,
  Italic,
  Link as LinkIcon,
  Lock,
  LockOpen,
  Plus,
  Redo2,
  Trash2,
  Undo2,
} from "lucide-react";
import type { ReactNode } from "react";
import { ReactEditor, useSlate } from "slate-react";
import { Button, IconButton } from "../../components/button.tsx";
import type { EditorDeed, Say } from "./editor-keys.ts";
import { duplicate, moveDown, moveUp, remove, switchAudience } from "./editor-keys.ts";
import { isMarked, linkAt, selectedBlocks, toggleMark } from "./model/block-edits.ts";
import type { ReportEditor } from "./model/report-editor.ts";
import { elementsOf } from "./model/report-editor.ts";

interface EditorToolbarProps {
  onInsert: () => void;
  onLink: () => void;
  onSay: Say;
}

/** Each button does what a key does too, to the block in which the caret is. */
export function EditorToolbar({ onInsert, onLink, onSay }: EditorToolbarProps) {
  const editor = useSlate() as unknown as ReportEditor;
  const chosen = selectedBlocks(editor);
  const block = chosen === null ? undefined : elementsOf(editor)[chosen[0]];
  const isInternal = block?.audience === "internal";
  const act = (deed: EditorDeed) => () => {
    if (editor.selection === null) return onSay("Put the caret into a block first.");
    deed(editor, onSay);
    ReactEditor.focus(editor);
  };
  const tool = (label: string, kbd: string, icon: ReactNode, run: () => void, pressed?: boolean) => (
    <IconButton
      label={label}
      kbd={kbd}
      {...(pressed === undefined ? {} : { pressed })}
      // The caret stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {icon}
    </IconButton>
  );
  const icon = { className: "icon", "aria-hidden": true } as const;
  return (
    <div className="builder-tools" role="toolbar" aria-label="Block">
      <Button icon={<Plus {...icon} />} kbd="/" onMouseDown={(event) => event.preventDefault()} onClick={onInsert}>
        Insert
      </Button>
      {tool("Bold", "mod+b", <Bold {...icon} />, act((e) => toggleMark(e, "bold")), isMarked(editor, "bold"))}
      {tool("Italic", "mod+i", <Italic {...icon} />, act((e) => toggleMark(e, "italic")), isMarked(editor, "italic"))}
      {tool("Link", "mod+k", <LinkIcon {...icon} />, act(onLink), linkAt(editor) !== null)}
      <span className="builder-gap" />
      {tool("Move up", "alt+↑", <ArrowUp {...icon} />, act(moveUp))}
      {tool("Move down", "alt+↓", <ArrowDown {...icon} />, act(moveDown))}
      {tool("Duplicate", "mod+shift+d", <Copy {...icon} />, act(duplicate))}
      {tool("Remove", "mod+shift+⌫", <Trash2 {...icon} />, act(remove))}
      <span className="builder-gap" />
      {tool(
        isInternal ? "Internal: for the desk alone. Make it public" : "Public. Make it internal",
        "mod+Enter",
        isInternal ? <Lock {...icon} /> : <LockOpen {...icon} />,
        act(switchAudience),
        isInternal,
      )}
      <span className="grow" />
      {tool("Undo in the report", "mod+z", <Undo2 {...icon} />, () => editor.undo())}
      {tool("Do again in the report", "mod+shift+z", <Redo2 {...icon} />, () => editor.redo())}
    </div>
  );
}
