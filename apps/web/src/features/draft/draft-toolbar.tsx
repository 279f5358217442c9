import { blockFormat, hasEmphasis, linkAt, setBlockFormat, toggleEmphasis } from "@assay/editor";
import type { BlockFormat } from "@assay/editor";
import { focusDraft } from "@assay/editor/react";
import type { DraftEditor } from "@assay/editor/react";
import { Bold, Heading1, Heading2, Italic, Link2, List, Pilcrow, Quote, Redo2, Undo2 } from "lucide-react";
import type { ComponentType, MouseEvent } from "react";
import { IconButton } from "../../components/button.tsx";

export interface NamedFormat extends BlockFormat {
  label: string;
  kbd: string;
  icon: ComponentType<{ className?: string; "aria-hidden"?: boolean }>;
}

export const FORMATS: readonly NamedFormat[] = [
  { kind: "paragraph", level: null, label: "Paragraph", kbd: "mod+alt+0", icon: Pilcrow },
  { kind: "heading", level: 1, label: "Heading", kbd: "mod+alt+1", icon: Heading1 },
  { kind: "heading", level: 2, label: "Subheading", kbd: "mod+alt+2", icon: Heading2 },
  { kind: "list-item", level: null, label: "List item", kbd: "mod+alt+3", icon: List },
  { kind: "quote", level: null, label: "Quote", kbd: "mod+alt+4", icon: Quote },
];

/** Drawn again with every move of the caret: it shows what holds there. A press takes no focus from the writing. */
export function DraftToolbar({ editor, onLink }: { editor: DraftEditor; onLink: () => void }) {
  const format = blockFormat(editor);
  const isOn = ({ kind, level }: BlockFormat) => format?.kind === kind && (format.level ?? 0) === (level ?? 0);
  const act = (run: () => void) => () => {
    run();
    focusDraft(editor);
  };
  return (
    <div className="draft-tools" role="toolbar" aria-label="Formatting" onMouseDown={keepFocus}>
      {FORMATS.map((one) => (
        <IconButton
          key={one.label}
          label={one.label}
          kbd={one.kbd}
          pressed={isOn(one)}
          onClick={act(() => setBlockFormat(editor, one))}
        >
          <one.icon className="icon" aria-hidden />
        </IconButton>
      ))}
      <span className="draft-rule" />
      <IconButton
        label="Bold"
        kbd="mod+b"
        pressed={hasEmphasis(editor, "bold")}
        onClick={act(() => toggleEmphasis(editor, "bold"))}
      >
        <Bold className="icon" aria-hidden />
      </IconButton>
      <IconButton
        label="Italic"
        kbd="mod+i"
        pressed={hasEmphasis(editor, "italic")}
        onClick={act(() => toggleEmphasis(editor, "italic"))}
      >
        <Italic className="icon" aria-hidden />
      </IconButton>
      <IconButton label="Link" kbd="mod+k" pressed={linkAt(editor) !== null} onClick={onLink}>
        <Link2 className="icon" aria-hidden />
      </IconButton>
      <span className="draft-rule" />
      <IconButton label="Undo" kbd="mod+z" onClick={act(() => editor.undo())}>
        <Undo2 className="icon" aria-hidden />
      </IconButton>
      <IconButton label="Redo" kbd="mod+shift+z" onClick={act(() => editor.redo())}>
        <Redo2 className="icon" aria-hidden />
      </IconButton>
    </div>
  );
}

function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
