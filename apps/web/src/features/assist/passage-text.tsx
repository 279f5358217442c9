import { passageRuns } from "./model/passage-runs.ts";

interface PassageTextProps {
  passage: { start: number; end: number; exact: string };
  /** The words that matched. */
  matched?: readonly { start: number; end: number }[];
}

/** A passage in the words of its source; what matched is a darker block and semibold, not another underline. */
export function PassageText({ passage, matched = [] }: PassageTextProps) {
  return passageRuns(passage, matched).map(({ start, text, strong }) =>
    strong ? (
      <b key={start} className="sug-match">
        {text}
      </b>
    ) : (
      <span key={start}>{text}</span>
    ),
  );
}
