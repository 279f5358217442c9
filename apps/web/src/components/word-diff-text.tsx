import "./word-diff.css";
import { useMemo } from "react";
import { wordDiff } from "./word-diff.ts";

interface WordDiffProps {
  before: string;
  after: string;
  /** `after` leaves the deleted words out, for two texts side by side. */
  show?: "both" | "after";
}

export function WordDiff({ before, after, show = "both" }: WordDiffProps) {
  const parts = useMemo(() => wordDiff(before, after), [before, after]);
  return (
    <span className="worddiff">
      {parts.map((part, index) => {
        if (part.kind === "same") return <span key={index}>{part.text}</span>;
        if (part.kind === "insert") return <ins key={index}>{part.text}</ins>;
        return show === "after" ? null : <del key={index}>{part.text}</del>;
      })}
    </span>
  );
}
