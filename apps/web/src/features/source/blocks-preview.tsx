import type { Block } from "@assay/domain";

interface BlocksPreviewProps {
  text: string;
  blocks: readonly Block[];
  /** The text goes on after what is shown. */
  more: boolean;
}

/** The beginning of a text with its blocks as they were recognised, on paper. */
export function BlocksPreview({ text, blocks, more }: BlocksPreviewProps) {
  return (
    <div className="blockspreview" tabIndex={0} role="region" aria-label="Beginning of the text">
      {blocks.map((block) => (
        <p key={block.start} className={`blockspreview-${block.kind}`} dir="auto">
          {text.slice(block.start, block.end)}
        </p>
      ))}
      {more ? <p className="blockspreview-more">The text goes on.</p> : null}
    </div>
  );
}
