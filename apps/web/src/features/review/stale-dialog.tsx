import type { TagView } from "@assay/domain";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Stance } from "../../components/stance.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { WordDiff } from "../../components/word-diff-text.tsx";
import { useCase } from "../case/use-case.ts";
import { firstName } from "./model/names.ts";
import { factChanges } from "./model/tag-changes.ts";

interface StaleDialogProps {
  seen: TagView;
  current: TagView;
  /** What the reviewer had typed; it is still in its form. */
  reason: string;
  onShowCurrent: () => void;
  onClose: () => void;
}

/** T5: the decision did not take, because the tag is not what it was. Both versions, side by side. */
export function StaleDialog({ seen, current, reason, onShowCurrent, onClose }: StaleDialogProps) {
  const { personById } = useCase();
  const author = firstName(personById(current.authorId)?.name ?? "The author");
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={`${author} changed this tag while you were reading`}
      description={
        `You decided on version ${seen.version}; it is now version ${current.version}. ` +
        "Your decision was not recorded."
      }
      shape="wide"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Close
          </Button>
          <Button variant="primary" onClick={onShowCurrent}>
            Read version {current.version}
          </Button>
        </>
      }
    >
      <div className="review-versions">
        <Version heading={`Version ${seen.version}, which you saw`} tag={seen} against={current} />
        <Version heading={`Version ${current.version}, now`} tag={current} against={seen} />
      </div>
      {factChanges(seen, current).map((fact) => (
        <p key={fact} className="review-fact">
          {fact}
        </p>
      ))}
      {reason === "" ? null : (
        <div className="review-kept">
          <p className="h">Your reason, kept</p>
          <p>{reason}</p>
        </div>
      )}
    </Dialog>
  );
}

function Version({ heading, tag, against }: { heading: string; tag: TagView; against: TagView }) {
  const words = (one: TagView) => one.evidence.map((passage) => passage.exact).join("\n");
  return (
    <section>
      <h3 className="h">{heading}</h3>
      <p className="review-tagline">
        <Stance stance={tag.stance} attributed={tag.attributed} />
        <StateMark state={tag.state} />
      </p>
      <p className="review-version-words">
        <WordDiff before={words(against)} after={words(tag)} show="after" />
      </p>
      <p>
        <WordDiff before={against.rationale} after={tag.rationale} show="after" />
      </p>
    </section>
  );
}
