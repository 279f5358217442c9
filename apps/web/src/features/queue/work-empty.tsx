import type { QueueKind } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";

const WORDS: Record<QueueKind | "all", { title: string; text: string }> = {
  all: {
    title: "Nothing waits for you",
    text: "What is assigned to you, comes back to you, waits for your review or names you appears here by itself. Open a case to go on with it.",
  },
  to_tag: {
    title: "Nothing to tag",
    text: "No cell is assigned to you and none of your tags came back. Open a case and choose a cell, or ask a lead for some.",
  },
  to_review: { title: "Nothing to review", text: "Every submitted tag that you may review is decided." },
  contested: {
    title: "Nothing is contested",
    text: "Challenged tags and cells whose tags differ appear here for leads who are no party to them.",
  },
  mentions: { title: "Nobody asks for you", text: "Open threads in which somebody names you appear here until they are resolved." },
};

interface WorkEmptyProps {
  workspaceId: string;
  kind: QueueKind | undefined;
  filtered: boolean;
  /** Work of other kinds that the same filters show. */
  elsewhere: number;
  onClear: () => void;
  onAll: () => void;
}

/** Why there is nothing, and what to do next. */
export function WorkEmpty({ workspaceId, kind, filtered, elsewhere, onClear, onAll }: WorkEmptyProps) {
  if (filtered && elsewhere === 0) {
    return (
      <EmptyState title="Nothing fits these filters" action={<Button onClick={onClear}>Clear the filters</Button>}>
        There may be other work of yours without them.
      </EmptyState>
    );
  }
  const { title, text } = WORDS[kind ?? "all"];
  const action =
    elsewhere > 0 ? (
      <Button onClick={onAll}>Show the other {elsewhere}</Button>
    ) : (
      <Link className="link" to="/w/$workspaceId" params={{ workspaceId }}>
        To the cases
      </Link>
    );
  return (
    <EmptyState title={title} action={action}>
      {text}
    </EmptyState>
  );
}
