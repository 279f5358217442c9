import "./jump.css";
import { Search } from "lucide-react";
import type { ReactElement } from "react";
import { useState } from "react";
import { Kbd } from "../../components/kbd.tsx";
import { useKeys } from "../../components/keys.ts";

const KEY = "mod+k";

/** In the top bar, and by its key from everywhere but another dialog. What it opens is read only then. */
export function JumpButton({ what, dialog }: { what: string; dialog: (close: () => void) => ReactElement }) {
  const [open, setOpen] = useState(false);
  useKeys("Everywhere", [
    { key: KEY, label: `Jump to ${what}`, whileTyping: true, inDialog: open, run: () => setOpen(!open) },
  ]);
  return (
    <>
      <button type="button" className="jump-button" aria-label={`Jump to ${what}`} onClick={() => setOpen(true)}>
        <Search className="icon" aria-hidden />
        <span>Jump to {what}</span>
        <Kbd>{KEY}</Kbd>
      </button>
      {open ? dialog(() => setOpen(false)) : null}
    </>
  );
}
