import { sourceName } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { EmptyState } from "../../components/empty-state.tsx";
import { useCase } from "../case/use-case.ts";
import type { ReviewListName } from "./model/review-lists.ts";

/** An empty list, and what waits for somebody else. */
export function NothingHere({ list }: { list: ReviewListName }) {
  const { caseId, view, cells } = useCase();
  let contested = 0;
  for (const row of cells.values()) for (const cell of row.values()) if (cell.state === "contested") contested += 1;
  const leads = view.people.filter((one) => one.role === "lead" || one.role === "owner").map((one) => one.name);
  const words: Record<ReviewListName, { title: string; text: string }> = {
    to_review: {
      title: "Nothing to review",
      text: contested === 0 ? "Every submitted tag is decided." : waiting(contested, leads),
    },
    contested: { title: "Nothing is contested", text: "No tag is challenged and no two tags of a cell differ." },
    returned: { title: "Nothing came back to you", text: "No tag of yours is stale, overturned or waits for changes." },
  };
  const { title, text } = words[list];
  return (
    <div className="review-empty">
      <h1 className="vh">Review</h1>
      <EmptyState
        title={title}
        action={
          <Link className="link" to="/c/$caseId" params={{ caseId }}>
            Back to the workbench
          </Link>
        }
      >
        {text}
      </EmptyState>
    </div>
  );
}

function waiting(contested: number, leads: readonly string[]): string {
  const who = leads.length === 0 ? "a lead" : leads.join(" or ");
  const cells = contested === 1 ? "One cell is contested and waits" : `${contested} cells are contested and wait`;
  return `Every submitted tag is decided. ${cells} for ${who}.`;
}

export function NoSuchTag() {
  const { caseId, view } = useCase();
  const removed = view.removedSources.map(sourceName);
  return (
    <div className="review-empty">
      <h1 className="vh">Review</h1>
      <EmptyState
        refused
        title="There is no such tag in this case"
        action={
          <Link className="link" to="/c/$caseId/review" params={{ caseId }}>
            Open the review queue
          </Link>
        }
      >
        {removed.length === 0
          ? "The link may belong to another case, or it was cut short when it was copied."
          : `If it is a tag of a source that was taken out of the case (${removed.join(", ")}), it is back when the source is put back, and so is what you were writing.`}
      </EmptyState>
    </div>
  );
}
