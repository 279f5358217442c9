import type { JSX } from "react";
import type { RenderElementProps } from "slate-react";
import type { SourceElement } from "../source-value.ts";

/** One block. Headings sit one level below those of the page they are shown in. */
export function renderBlock({ attributes, children, element: block }: RenderElementProps): JSX.Element {
  const element = block as SourceElement;
  const shared = { ...attributes, className: `st-${element.kind}`, "data-block": element.index, dir: "auto" };
  switch (element.kind) {
    case "heading":
      return (element.level ?? 1) <= 1 ? <h3 {...shared}>{children}</h3> : <h4 {...shared}>{children}</h4>;
    case "quote":
      return <blockquote {...shared}>{children}</blockquote>;
    case "code":
      return <pre {...shared}>{children}</pre>;
    default:
      return <p {...shared}>{children}</p>;
  }
}
