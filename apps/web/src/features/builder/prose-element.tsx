import type { ProseBlock } from "@assay/domain";
import { blockText } from "@assay/domain";
import type { ReactNode } from "react";

/** Shown in a block that holds no words yet, so that it says what it is for. */
function hintOf(block: ProseBlock): string {
  if (block.type === "lede") return "The opening words";
  if (block.type === "heading") return "Heading";
  if (block.type === "quote") return "Quotation";
  return block.type === "item" ? "List item" : "Write, or type / for a block";
}

export function ProseElement({ block, children }: { block: ProseBlock; children: ReactNode }) {
  const hint = blockText(block) === "" ? { "data-hint": hintOf(block) } : {};
  if (block.type === "heading") {
    return block.level === 3 ? (
      <h4 className="builder-h3" {...hint}>
        {children}
      </h4>
    ) : (
      <h3 className="builder-h2" {...hint}>
        {children}
      </h3>
    );
  }
  if (block.type === "quote") {
    return (
      <blockquote className="builder-quote" {...hint}>
        {children}
      </blockquote>
    );
  }
  if (block.type === "item") {
    return (
      <p className={block.ordered ? "builder-item builder-item-ordered" : "builder-item"} {...hint}>
        {children}
      </p>
    );
  }
  return (
    <p className={block.type === "lede" ? "builder-lede" : "builder-p"} dir="auto" {...hint}>
      {children}
    </p>
  );
}
