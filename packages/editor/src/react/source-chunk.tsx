import { isValidElement, useLayoutEffect, useRef, useSyncExternalStore, type JSX, type ReactNode } from "react";
import { CHUNK_SIZE } from "../chunk-heights.ts";
import type { SourcePane } from "./source-pane.ts";

interface SourceChunkProps {
  pane: SourcePane;
  index: number;
  attributes?: { "data-slate-chunk": true };
  children: ReactNode;
}

/** A run of blocks that is in the DOM only in or near the view; elsewhere an empty box of about its height. */
export function SourceChunk({ pane, index, attributes, children }: SourceChunkProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const isMounted = useSyncExternalStore(
    (listener) => pane.chunks.subscribe(index, listener),
    () => pane.chunks.isMounted(index),
  );
  useLayoutEffect(() => pane.attachHost(index, host.current!), [pane, index]);
  useLayoutEffect(
    () => (isMounted ? pane.mountChunk(index, overlay.current!) : undefined),
    [pane, index, isMounted],
  );
  return (
    <div {...attributes} ref={host} className="st-chunk">
      {isMounted && <div ref={overlay} className="st-overlay" aria-hidden="true" />}
      {isMounted && children}
    </div>
  );
}

/**
 * Which chunk Slate is rendering. Slate tells a chunk's renderer nothing but its children, so the index is read from the
 * chunk that those are given: the first leaf's place in the document, and chunks of a text that never changes are full.
 */
export function chunkIndexOf(children: unknown): number {
  const props: unknown = isValidElement(children) ? children.props : null;
  const first = (props as { ancestor?: { children?: { index?: unknown }[] } } | null)?.ancestor?.children?.[0]?.index;
  if (typeof first !== "number") throw new Error("Slate's chunks have changed their shape");
  return first / CHUNK_SIZE;
}
