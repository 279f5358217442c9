import { describeEntry } from "@assay/domain";
import type { HistoryEntry, HistoryNames } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { Avatar } from "../../components/avatar.tsx";
import { clock } from "../../components/format-time.ts";
import { WordDiff } from "../../components/word-diff-text.tsx";
import { useCase } from "../case/use-case.ts";

/** One deed: who, what, from where to where, the words compared, and why. */
export function HistoryItem({ entry, names }: { entry: HistoryEntry; names: HistoryNames }) {
  const { me } = useCase();
  const { deed, moves, texts, byRule } = describeEntry(entry, names);
  const name = entry.actorId === me.id ? "You" : names.person(entry.actorId);
  return (
    <li className="history-item" id={`entry-${entry.number}`}>
      <time className="history-time" dateTime={entry.at} title={`Entry ${entry.number}`}>
        {clock(new Date(entry.at))}
      </time>
      <Avatar name={names.person(entry.actorId)} small me={entry.actorId === me.id} />
      <div className="history-body">
        <p>
          {byRule ? (
            <>
              {capital(deed)} <span className="meta">after a change by {name === "You" ? "you" : name}</span>
            </>
          ) : (
            <>
              <b>{name}</b> {deed}
            </>
          )}
          <Moves moves={moves} />
        </p>
        {entry.reason === "" ? null : <p className="history-reason">{entry.reason}</p>}
        {texts.map(({ label, before, after }) => (
          <p key={label} className="history-text">
            <span className="history-label">{label}</span>{" "}
            {before === "" ? after : <WordDiff before={before} after={after} />}
          </p>
        ))}
        <Place entry={entry} />
      </div>
    </li>
  );
}

function Moves({ moves }: { moves: { from: string; to: string }[] }) {
  return moves.map(({ from, to }) => (
    <span key={`${from} ${to}`} className="history-move">
      {from} <ArrowRight className="icon" aria-label="to" /> <b>{to}</b>
    </span>
  ));
}

/** To where it happened. */
function Place({ entry }: { entry: HistoryEntry }) {
  const { caseId, claimById, sourceById } = useCase();
  const { payload, subject, kind } = entry;
  if (typeof payload.threadId === "string") {
    return (
      <Link className="history-link" to="/c/$caseId/threads" params={{ caseId }} search={{ thread: payload.threadId }}>
        Open the thread
      </Link>
    );
  }
  const claim = claimById(typeof payload.claimId === "string" ? payload.claimId : subject)?.number;
  const source = sourceById(typeof payload.sourceId === "string" ? payload.sourceId : subject)?.number;
  if (claim === undefined || kind.startsWith("assignment.")) return null;
  const search = { claim, ...(source === undefined ? {} : { source }) };
  return (
    <Link className="history-link" to="/c/$caseId" params={{ caseId }} search={search}>
      {source === undefined ? "Open the claim" : "Open the cell"}
    </Link>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
