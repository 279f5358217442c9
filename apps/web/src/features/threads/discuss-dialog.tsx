import { sourceName } from "@assay/domain";
import { Dialog } from "../../components/dialog.tsx";
import { notify } from "../../components/toast.tsx";
import { useCase } from "../case/use-case.ts";
import { blindWarning } from "./blind-warning.ts";
import { threadsAt } from "./model/thread-place.ts";
import type { ThreadPlace } from "./model/thread-place.ts";
import { ThreadCard } from "./thread-card.tsx";
import { NewThread } from "./threads.tsx";

type PassagePlace = Extract<ThreadPlace, { kind: "passage" }>;

/** Words of a source and what is said about them. What is being written stays on this device when it closes. */
export function DiscussDialog({ place, onClose }: { place: PassagePlace; onClose: () => void }) {
  const { view, sourceById } = useCase();
  const source = sourceById(place.sourceId);
  const warning = blindWarning(view, place);
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
