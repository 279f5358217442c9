import { useEffect, useRef } from "react";
import type { Insertable } from "./model/block-kinds.ts";

interface SlashMenuProps {
  id: string;
  items: readonly Insertable[];
  active: number;
  /** Of the caret, in the page's own pixels. */
  at: { left: number; top: number; bottom: number };
  onPick: (item: Insertable) => void;
  onHover: (index: number) => void;
}

const HEIGHT = 300;

/** What can be inserted here. The keys are heard by the editor, which keeps the focus. */
export function SlashMenu({ id, items, active, at, onPick, onHover }: SlashMenuProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const above = at.bottom + HEIGHT > window.innerHeight && at.top > HEIGHT;
  const left = Math.max(8, Math.min(at.left, window.innerWidth - 316));
  return (
    <ul
      ref={list}
      id={id}
      role="listbox"
      aria-label="Insert a block"
      className="builder-slash"
      style={{ left, ...(above ? { bottom: window.innerHeight - at.top + 4 } : { top: at.bottom + 4 }) }}
    >
      {items.map((item, index) => (
        <li
          key={item.key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className="builder-slash-item"
          onMouseDown={(event) => {
            event.preventDefault();
            onPick(item);
          }}
          onMouseMove={() => onHover(index)}
        >
          <b>{item.label}</b>
          <span className="micro">{item.what}</span>
        </li>
      ))}
    </ul>
  );
}
