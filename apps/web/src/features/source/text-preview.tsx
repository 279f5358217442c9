interface TextPreviewProps {
  text: string;
  /** The text goes on after what is shown. */
  more: boolean;
}

/** The beginning of a text as it will be stored, on paper. */
export function TextPreview({ text, more }: TextPreviewProps) {
  return (
    <div className="textpreview" tabIndex={0} role="region" aria-label="Beginning of the text">
      <p dir="auto">{text}</p>
      {more ? <p className="textpreview-more">The text goes on.</p> : null}
    </div>
  );
}
