import { sourceName } from "@assay/domain";
import { useState } from "react";
import { Dialog } from "../../components/dialog.tsx";
import { notify } from "../../components/toast.tsx";
import { useCase } from "../case/use-case.ts";
import { blindWarning } from "./blind-warning.ts";
import { threadsAt } from "./model/thread-place.ts";
import type { ThreadPlace } from "./model/thread-place.ts";
import { ThreadCard } from "./thread-card.tsx";
import { NewThread } from "./threads.tsx";

const OLD = "The source has a new revision, in which these words do not stand as they did. Copy what you wrote, and begin again on the words that stand now.";

type PassagePlace = Extract<ThreadPlace, { kind: "passage" }>;

interface DiscussDialogProps {
  place: PassagePlace;
  /** Where the words stand in a revision that has just arrived; null where they do not. */
  carried?: Promise<Pick<PassagePlace, "revisionId" | "start" | "end"> | null> | undefined;
  onClose: () => void;
}

/** Words of a source and what is said about them. What is being written stays on this device when it closes. */
export function DiscussDialog({ place, carried, onClose }: DiscussDialogProps) {
  const { view, sourceById } = useCase();
  // What is typed belongs to the words it was begun on, wherever a new revision of the source puts them.
  const [begun] = useState(place);
  const source = sourceById(place.sourceId);
  const isOld = source !== undefined && source.revision.id !== place.revisionId;
  const warning = isOld ? OLD : blindWarning(view, place);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Discuss these words"
      description={source === undefined ? "" : sourceName(source)}
    >
      <div className="threads">
        <blockquote className="thread-passage">{place.exact}</blockquote>
        {threadsAt(view, place).map((thread) => (
          <ThreadCard key={thread.id} thread={thread} warning={warning} />
        ))}
        <NewThread
          place={place}
          begun={begun}
          arriving={async () => ({ ...place, ...(await carried) })}
          warning={warning}
          autoFocus
          onSent={() => {
            notify({ text: "The thread is open. Threads lists it." });
            onClose();
          }}
        />
      </div>
    </Dialog>
  );
}
