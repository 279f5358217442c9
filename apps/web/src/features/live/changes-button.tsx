import "./live.css";
import { Link } from "@tanstack/react-router";
import { Popover } from "radix-ui";
import { useMemo, useState } from "react";
import { Button } from "../../components/button.tsx";
import { useKeys } from "../../components/keys.ts";
import { TimeAgo } from "../../components/time-ago.tsx";
import { notify } from "../../components/toast.tsx";
import { useCase } from "../case/use-case.ts";
import type { Change } from "./change-list.ts";
import { changeCount, changeList } from "./change-list.ts";
import { useLive } from "./live-store.ts";
import { lookAtAll } from "./start-unseen.ts";

/** "3 changes since you last looked", and which: each leads to its place. */
export function ChangesButton() {
  const count = useLive((state) => changeCount(state.unseen));
  const [open, setOpen] = useState(false);
  const markAll = () => {
    setOpen(false);
    lookAtAll();
  };
  const show = () =>
    count === 0 ? notify({ text: "Nobody else has changed anything since you last looked." }) : setOpen(true);
  useKeys("Case", [
    { key: "w", label: "What others changed since I last looked", run: show },
    { key: "shift+w", label: "Mark all their changes as seen", when: count > 0, run: markAll },
  ]);
  if (count === 0 && !open) return null;
  const words = `${count === 1 ? "1 change" : `${count} changes`} since you last looked`;
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className="live-changes" aria-label={words} title={words}>
        <span className="live-dot" aria-hidden />
        <span aria-hidden>
          {count}
          <span className="not-phone">{count === 1 ? " change" : " changes"}</span>
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="live-list" align="end" sideOffset={6} collisionPadding={8} aria-label={words}>
          <div className="live-list-head">
            <h2>{words}</h2>
            <Button variant="quiet" kbd="shift+w" onClick={markAll}>
              Mark all as seen
            </Button>
          </div>
          <ChangeLinks onOpen={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** By itself: while the list is closed nobody needs the words of every change, and every event would make them anew. */
function ChangeLinks({ onOpen }: { onOpen: () => void }) {
  const unseen = useLive((state) => state.unseen);
  const { view } = useCase();
  const changes = useMemo(() => changeList(view, unseen), [view, unseen]);
  return (
    <ul>
      {changes.map((change) => (
        <li key={change.key}>
          <ChangeLink change={change} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

function ChangeLink({ change, onOpen }: { change: Change; onOpen: () => void }) {
  const { caseId, claimById, sourceById } = useCase();
  const { name, verbs, what, last } = change;
  const claim = last.claimId === null ? undefined : claimById(last.claimId);
  const source = last.sourceId === null ? undefined : sourceById(last.sourceId);
  const inside = (
    <>
      <span>
        <b>{name}</b> {verbs} {what}
      </span>
      {claim === undefined ? null : <span className="live-claim">{claim.text}</span>}
      {last.reason === "" ? null : <span className="live-reason">{last.reason}</span>}
      <span className="meta">
        <TimeAgo iso={last.at} />
      </span>
    </>
  );
  // A withdrawn claim has no row to go to any more.
  const isGone = claim === undefined || claim.withdrawn;
  if (isGone && source === undefined) return <div className="live-item">{inside}</div>;
  return (
    <Link
      to="/c/$caseId"
      params={{ caseId }}
      search={{
        ...(claim === undefined ? {} : { claim: claim.number }),
        ...(source === undefined ? {} : { source: source.number }),
      }}
      className="live-item"
      onClick={onOpen}
    >
      {inside}
    </Link>
  );
}
