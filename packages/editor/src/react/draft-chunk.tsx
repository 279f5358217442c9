import { isValidElement, useLayoutEffect, useRef, useState, type JSX, type ReactNode } from "react";
import { Node } from "slate";
import type { DraftElement } from "../draft-value.ts";
import type { DraftView } from "./draft-view.ts";

interface DraftChunkProps {
  view: DraftView;
  attributes: { "data-slate-chunk": true };
  children: ReactNode;
}

/** Rendered before anybody knows what is in view. */
const FIRST_BLOCKS = 50;

/** A run of blocks that is in the DOM only near the view, or with an end of the selection in it. */
export function DraftChunk({ view, attributes, children }: DraftChunkProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const height = useRef<number | null>(null);
  const leaves = leavesOf(children);
  const held = useRef(leaves);
  held.current = leaves;
  const [isNear, setNear] = useState(() => (leaves[0]?.index ?? 0) < FIRST_BLOCKS);
  const [isPinned, setPinned] = useState(false);
  useLayoutEffect(() => {
    const box = host.current!;
    const leave = (next: boolean) => {
      // Of what is in the page its own height is known; it stands in for it afterwards.
      if (!next && box.childElementCount > 0) height.current = box.offsetHeight;
      setNear(next);
    };
    const span = () => [held.current[0]?.index ?? 0, held.current.at(-1)?.index ?? 0] as const;
    return view.attach({ host: box, span, setNear: leave, setPinned });
  }, [view]);
  const isMounted = isNear || isPinned;
  return (
    <div {...attributes} ref={host} className="dt-chunk" style={isMounted ? undefined : { height: height.current ?? estimate(leaves) }}>
      {isMounted && children}
    </div>
  );
}

interface Leaf {
  index: number;
  node: DraftElement;
}

/** The blocks of a chunk: Slate tells its renderer nothing but its children, which are given the chunk itself. */
function leavesOf(children: unknown): Leaf[] {
  const props: unknown = isValidElement(children) ? children.props : null;
  const leaves = (props as { ancestor?: { children?: Leaf[] } } | null)?.ancestor?.children;
  if (typeof leaves?.[0]?.index !== "number") throw new Error("Slate's chunks have changed their shape");
  return leaves;
}

/** Characters on a line of the page's measure, and heights in pixels: only the scroll bar rests on them. */
const LINE = { characters: 70, height: 28, gap: 14 };

function estimate(leaves: readonly Leaf[]): number {
  let height = 0;
  for (const { node } of leaves) height += Math.max(1, Math.ceil(Node.string(node).length / LINE.characters)) * LINE.height + LINE.gap;
  return height;
}
