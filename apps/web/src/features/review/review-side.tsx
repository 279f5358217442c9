import type { TagView } from "@assay/domain";
import { claimLabel, sourceName } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { MessageSquare } from "lucide-react";
import { Glyph } from "../../components/glyph.tsx";
import { Stance } from "../../components/stance.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { TimeAgo } from "../../components/time-ago.tsx";
import { VerdictMark } from "../../components/verdict-mark.tsx";
import { AssignedSection } from "../assign/assigned-section.tsx";
import { useCase } from "../case/use-case.ts";
import { Threads } from "../threads/threads.tsx";
import { columnName } from "../matrix/model/cell-look.ts";
import { CODEBOOK } from "./model/codebook.ts";
import { Precedents } from "./precedents.tsx";
import { approvingSentence, verdictIfApproved } from "./model/if-approved.ts";
import type { TagHistory, TimelineEntry } from "./model/timeline.ts";
import { timelineOf } from "./model/timeline.ts";
import { rulesThatApply } from "./model/rules-that-apply.ts";

export function ReviewSide({ tag, history }: { tag: TagView; history: TagHistory | undefined }) {
  const { cellOf, claimById, sourceById } = useCase();
  const claim = claimById(tag.claimId);
  const source = sourceById(tag.sourceId);
  const contested = cellOf(tag.claimId, tag.sourceId).state === "contested";
  return (
    <>
      <Elsewhere tag={tag} />
      {claim === undefined || source === undefined ? null : (
        <AssignedSection
          kind={contested ? "adjudicate" : "review"}
          claimId={tag.claimId}
          sourceId={tag.sourceId}
          name={`${claimLabel(claim)}, ${columnName(source)}`}
        />
      )}
      {contested ? <Precedents key={tag.id} tag={tag} /> : null}
      <div className="review-sec">
        <Threads
          key={tag.id}
          title="Threads on this cell"
          place={{ kind: "cell", claimId: tag.claimId, sourceId: tag.sourceId, tagId: tag.id }}
          startKey="h"
        />
      </div>
      <History tag={tag} history={history} />
      <section className="review-sec">
        <h2 className="h">Codebook: {tag.stance}</h2>
        {CODEBOOK[tag.stance].map((line) => (
          <p key={line} className="review-codebook">
            {line}
          </p>
        ))}
      </section>
      <Rules tag={tag} />
    </>
  );
}

function Elsewhere({ tag }: { tag: TagView }) {
  const { caseId, view, verdicts, cellOf, claimById } = useCase();
  const verdict = verdicts.get(tag.claimId);
  const claim = claimById(tag.claimId)?.number;
  return (
    <section className="review-sec">
      <h2 className="h">This claim elsewhere</h2>
      <ul>
        {view.sources.map((source) => {
          const cell = cellOf(tag.claimId, source.id);
          const shown = source.id === tag.sourceId ? tag : cell.leading;
          return (
            <li key={source.id} className={source.id === tag.sourceId ? "review-cell review-cell-on" : "review-cell"}>
              <kbd className="kbd">{source.number}</kbd>
              <Link
                className="review-cell-name"
                to="/c/$caseId"
                params={{ caseId }}
                search={{ ...(claim === undefined ? {} : { claim }), source: source.number }}
                title={`${sourceName(source)}: open the cell in the workbench`}
              >
                {columnName(source)}
              </Link>
              {shown === null ? (
                <span className="meta">empty</span>
              ) : (
                <>
                  <Stance stance={cell.state === "settled" ? (cell.stance ?? shown.stance) : shown.stance} />
                  <StateMark state={cell.state === "contested" ? "challenged" : shown.state} bare />
                </>
              )}
            </li>
          );
        })}
      </ul>
      {verdict === undefined ? null : (
        <>
          <p className="review-verdict">
            <VerdictMark
              chip
              kind={verdict.override?.verdict ?? verdict.kind}
              open={verdict.pending}
              overridden={verdict.override !== null}
            />
          </p>
          <p className="meta">
            {tag.state === "submitted"
              ? approvingSentence(verdict, verdictIfApproved(view, tag))
              : verdict.reason}
          </p>
        </>
      )}
    </section>
  );
}

function History({ tag, history }: { tag: TagView; history: TagHistory | undefined }) {
  return (
    <section className="review-sec">
      <h2 className="h">History of this tag</h2>
      {history === undefined ? (
        <p className="meta">Loading …</p>
      ) : (
        <ol className="review-timeline">
          {timelineOf(history, tag.authorId).map((entry) => (
            <Entry key={entry.key} entry={entry} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { me, personById } = useCase();
  const name = entry.who === null ? null : entry.who === me.id ? "You" : (personById(entry.who)?.name ?? "Somebody");
  return (
    <li>
      {entry.shape === "comment" ? <MessageSquare className="icon" aria-hidden /> : <Glyph name={entry.shape} />}
      <div>
        {name === null ? capital(entry.words) : <b>{name}</b>} {name === null ? "" : entry.words}
        {entry.reason === "" ? null : <span className="review-said">{entry.reason}</span>}
        <span className="micro">
          <TimeAgo iso={entry.at} />
          {entry.on === "" ? "" : `, ${entry.on}`}
        </span>
      </div>
    </li>
  );
}

function Rules({ tag }: { tag: TagView }) {
  const { view, me } = useCase();
  return (
    <section className="review-sec">
      <h2 className="h">Rules that apply</h2>
      {rulesThatApply(tag, me, view.policy).map((rule) => (
        <p key={rule} className="meta">
          {rule}
        </p>
      ))}
    </section>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
