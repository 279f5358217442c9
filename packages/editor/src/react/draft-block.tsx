import { useLayoutEffect, useRef, type JSX } from "react";
import type { RenderElementProps, RenderLeafProps } from "slate-react";
import type { DraftElement, DraftLeaf } from "../draft-value.ts";
import type { DraftView } from "./draft-view.ts";

/** A block that is being written. Its passages are painted anew whenever it was rendered. */
export function DraftBlock({ view, attributes, children, element }: RenderElementProps & { view: DraftView }): JSX.Element {
  const { kind, level } = element as DraftElement;
  const dom = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (dom.current !== null) view.paint(element, dom.current);
  });
  // Called with null before each change of the node, which a new kind of block brings, and at the end.
  const ref = (node: HTMLElement | null) => {
    if (node === null && dom.current !== null) view.forget(dom.current);
    dom.current = node;
    (attributes.ref as (node: HTMLElement | null) => void)(node);
  };
  const shared = { ...attributes, ref, className: `st-${kind}`, dir: "auto" as const };
  switch (kind) {
    case "heading":
      return (level ?? 1) <= 1 ? <h3 {...shared}>{children}</h3> : <h4 {...shared}>{children}</h4>;
    case "quote":
      return <blockquote {...shared}>{children}</blockquote>;
    case "code":
      return <pre {...shared}>{children}</pre>;
    default:
      return <p {...shared}>{children}</p>;
  }
}

/** Links lead nowhere while they are written: a press sets the caret. */
export function renderDraftLeaf({ attributes, children, leaf }: RenderLeafProps): JSX.Element {
  const { bold, italic, link } = leaf as DraftLeaf;
  const classes = [bold === true ? "dt-bold" : "", italic === true ? "dt-italic" : "", link === undefined ? "" : "dt-link"];
  const className = classes.filter(Boolean).join(" ");
  return (
    <span {...attributes} {...(className === "" ? {} : { className })} {...(link === undefined ? {} : { title: link })}>
      {children}
    </span>
  );
}
