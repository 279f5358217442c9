import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { IconButton } from "../../../components/button.tsx";
import type { PaneFind } from "./use-find.ts";

/** How long a term must stand before it counts as tried, so that its first letters do not. */
const SETTLED_MS = 1200;

export function FindBar({ sourceId, find, name }: { sourceId: string; find: PaneFind; name: string }) {
  const { query, remember } = find;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  useEffect(() => {
    const timer = setTimeout(remember, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [query, remember]);
  const total = find.search?.ranges.length ?? 0;
  const at = find.search?.current ?? -1;
  const count = query.trim() === "" ? "" : total === 0 ? "nothing" : at < 0 ? `${total}` : `${at + 1} of ${total}`;
  return (
    <div className="pane-find" role="search" aria-label={`Find in ${name}`}>
      <input
        ref={input}
        id={`find-${sourceId}`}
        type="text"
        aria-label={`Find in ${name}`}
        placeholder="Find in source"
        value={query}
        onChange={(event) => find.setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") find.close();
          else if (event.key === "Enter") find.step(event.shiftKey ? -1 : 1);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <output aria-live="polite">{count}</output>
      <IconButton small label="Previous hit" kbd="shift+Enter" onClick={() => find.step(-1)}>
        <ChevronUp className="icon" aria-hidden />
      </IconButton>
      <IconButton small label="Next hit" kbd="Enter" onClick={() => find.step(1)}>
        <ChevronDown className="icon" aria-hidden />
      </IconButton>
      <IconButton small label="Close find" kbd="Escape" onClick={() => find.close()}>
        <X className="icon" aria-hidden />
      </IconButton>
    </div>
  );
}
