import "./kept-dialog.css";
import { Link } from "@tanstack/react-router";
import { claimLabel } from "@assay/domain";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { TimeAgo } from "../../components/time-ago.tsx";
import { notify } from "../../components/toast.tsx";
import { isOnOldRevision } from "./carry-kept.ts";
import { heldCase } from "./case-query.ts";
import { retryNow, useQueueState } from "./case-sync.ts";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { giveUp, sendOnNewest } from "./decide-kept.ts";
import type { KeptMutation } from "./kept-mutation.ts";
import { blockedBy, isForReading, needsChoice, unsent } from "./kept-mutation.ts";
import { refusalWords, theirsOf, wordsOf } from "./kept-words.ts";

/** Everything that has not reached the desk: what, when, and where it needs the person, the choice. */
export function KeptDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { kept, phase, lasting } = useQueueState();
  const [comparing, setComparing] = useState<string | null>(null);
  const compared = kept.find((one) => one.id === comparing && needsChoice(one));
  if (compared !== undefined) return <Choice mutation={compared} onClose={() => setComparing(null)} />;
  const choices = kept.filter(needsChoice);
  const going = unsent(kept).length;
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={kept.length === 0 ? "Everything is saved" : "Changes that have not reached the desk"}
      description={describe(going, choices.length, lasting)}
      shape="wide"
      footer={
        <>
          <span className="grow" />
          {going > 0 && phase !== "saving" ? (
            <Button variant="primary" onClick={retryNow}>
              Try now
            </Button>
          ) : null}
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      <ol className="kept">
        {kept.map((one) => (
          <Row key={one.id} mutation={one} kept={kept} onCompare={() => setComparing(one.id)} onLeave={onClose} />
        ))}
      </ol>
    </Dialog>
  );
}

function describe(going: number, choices: number, lasting: boolean): string {
  if (going + choices === 0) return "Nothing waits on this device.";
  const one = going === 1 ? "1 change is sent" : `${going} changes are sent in this order`;
  const sent = going === 0 ? "" : `${one} as soon as the desk answers. `;
  const decide = choices === 0 ? "" : `${choices === 1 ? "1 needs" : `${choices} need`} your decision. `;
  const all = going + choices === 1 ? "It stays" : "They stay";
  const until = lasting
    ? `${all} on this device until then, also when you close the page.`
    : "This browser keeps nothing for the next visit: leave the page open until then.";
  return `${sent}${decide}${until}`;
}

const ON_OLD = "This source has a newer revision. Send the tag on it, where its words stand there as they did; else select the passage again.";

interface RowProps {
  mutation: KeptMutation;
  kept: readonly KeptMutation[];
  onCompare: () => void;
  onLeave: () => void;
}

function Row({ mutation, kept, onCompare, onLeave }: RowProps) {
  const { label, madeAt, refusal, held, caseTitle } = mutation;
  const behind = needsChoice(mutation) ? null : blockedBy(mutation, kept);
  const text = wordsOf(mutation);
  return (
    <li className="kept-row">
      <p className="kept-what">
        <b>{label}</b>
        <span className="kept-when">
          <TimeAgo iso={madeAt} />
        </span>
      </p>
      <p className="kept-meta">
        {caseTitle}
        {needsChoice(mutation) || text === "" ? null : <span className="kept-glance"> · {text}</span>}
      </p>
      {refusal === null ? null : <p className="kept-refusal">{isOnOldRevision(mutation) ? ON_OLD : refusalWords(mutation)}</p>}
      {held ? <p className="kept-refusal">What this rested on was given up.</p> : null}
      {behind === null ? null : <p className="kept-meta">Waits for your decision on “{behind.label}”.</p>}
      {needsChoice(mutation) ? (
        <>
          {text === "" ? null : <p className="kept-text">{text}</p>}
          <div className="kept-acts">
            {isForReading(mutation) ? (
              <ReadAnew mutation={mutation} onLeave={onLeave} />
            ) : theirsOf(mutation) !== null ? (
              <Button className="btn-small" variant="primary" onClick={onCompare}>
                Compare and choose
              </Button>
            ) : (
              <Button className="btn-small" onClick={() => void sendOnNewest(mutation)}>
                {isOnOldRevision(mutation) ? "Send on the new revision" : "Send again"}
              </Button>
            )}
            {text === "" && refusal === null ? null : (
              <Button className="btn-small" onClick={() => copy(text, refusalWords(mutation))}>
                Copy
              </Button>
            )}
            <Button className="btn-small" variant="quiet" onClick={() => void giveUp(mutation)}>
              Discard
            </Button>
          </div>
        </>
      ) : null}
    </li>
  );
}

/** To the tag or the claim that the decision was about. */
function ReadAnew({ mutation: { caseId, input }, onLeave }: { mutation: KeptMutation; onLeave: () => void }) {
  const { tagId, claimId } = { tagId: null, claimId: null, ...(input as object) };
  const looks = { className: "btn btn-primary btn-small", onClick: onLeave };
  if (typeof tagId === "string") {
    return (
      <Link to="/c/$caseId/review/$tagId" params={{ caseId, tagId }} {...looks}>
        Read the newer version
      </Link>
    );
  }
  const claim = heldCase(caseId)?.claims.find(({ id }) => id === claimId);
  return (
    <Link to="/c/$caseId" params={{ caseId }} search={claim === undefined ? {} : { claim: claim.number }} {...looks}>
      {claim === undefined ? "Open the case" : `Read ${claimLabel(claim)}`}
    </Link>
  );
}

function Choice({ mutation, onClose }: { mutation: KeptMutation; onClose: () => void }) {
  const theirs = theirsOf(mutation);
  if (theirs === null) return null;
  const version = theirs.version === null ? "" : ` Version ${theirs.version} is saved.`;
  const decide = (work: Promise<void>) => {
    onClose();
    void work;
  };
  return (
    <ConflictDialog
      open
      title={`${mutation.label}: it was changed before yours arrived`}
      description={`Yours was written on an earlier version.${version} Both are kept until you decide.`}
      theirs={{ heading: "Saved meanwhile", text: theirs.text }}
      yours={{ heading: "Yours, kept on this device", text: wordsOf(mutation) }}
      onKeepTheirs={() => decide(giveUp(mutation))}
      onSaveMine={() => decide(sendOnNewest(mutation))}
      onClose={onClose}
    />
  );
}

function copy(text: string, refusal = ""): void {
  const all = [text, refusal].filter((part) => part !== "").join("\n\n");
  void navigator.clipboard.writeText(all).then(
    () => notify({ text: "Your text is on the clipboard, with the reason of the refusal." }),
    () => notify({ text: "The browser refused the clipboard. Select your text and copy it.", tone: "refusal" }),
  );
}
