import "./threads-page.css";
import type { ThreadView } from "@assay/domain";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { Segmented } from "../../components/choice.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { useKeys } from "../../components/keys.ts";
import { useRowPlace } from "../../components/use-row-place.ts";
import { useCase } from "../case/use-case.ts";
import { useDocumentTitle } from "../shell/use-document-title.ts";
import { blindWarning } from "./blind-warning.ts";
import { openCount, placeName, placeSearch } from "./model/thread-place.ts";
import type { ThreadPlace } from "./model/thread-place.ts";
import type { ThreadFilter } from "./model/threads-search.ts";
import { ThreadCard } from "./thread-card.tsx";
import { holdsUnsent } from "./unsent-words.ts";
import { NewThread } from "./threads.tsx";

const OPTIONS: readonly { value: ThreadFilter; label: string }[] = [
  { value: "open", label: "Open" },
  { value: "mine", label: "With me" },
  { value: "all", label: "All" },
];

const CASE: ThreadPlace = { kind: "case" };

/** Everything that is being discussed in a case, wherever it was begun; newest first. */
export function ThreadsPage() {
  const { view, me, can } = useCase();
  const { thread: wanted, show = "open" } = useSearch({ from: "/c/$caseId/threads" });
  const navigate = useNavigate({ from: "/c/$caseId/threads" });
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLOListElement>(null);
  useDocumentTitle(`Threads, ${view.title}`);
  const shown = view.threads.filter((thread) => thread.id === wanted || isShown(thread, show, me.id) || holdsUnsent(thread.id)).toReversed();
  const gone = wanted !== undefined && !view.threads.some(({ id }) => id === wanted);

  useEffect(() => {
    if (wanted === undefined) return;
    const card = document.getElementById(`thread-${wanted}`);
    card?.scrollIntoView({ block: "center" });
    card?.focus({ preventScroll: true });
  }, [wanted]);

  const place = useRowPlace(list);
  useKeys("Threads", [
    { key: "j", label: "Next thread", bar: "thread", run: () => place.goTo(place.stepTo(1)) },
    { key: "k", label: "Previous thread", bar: "thread", run: () => place.goTo(place.stepTo(-1)) },
    {
      key: "c",
      label: "New thread on the case",
      bar: "new thread",
      when: can("discuss"),
      run: () => field.current?.focus(),
    },
  ]);

  return (
    <div className="threads-page">
      <header className="threads-page-head">
        <h1>Threads</h1>
        <Segmented
          label="Which threads"
          value={show}
          options={OPTIONS}
          onChange={(value) => void navigate({ search: { show: value }, replace: true })}
        />
        <span className="meta">{openCount(view.threads)} open</span>
      </header>
      {can("discuss") ? (
        <NewThread place={CASE} warning={blindWarning(view, CASE)} field={field} />
      ) : null}
      {gone ? (
        <p className="threads-page-gone" role="status">
          There is no such thread here, or it belongs to a cell that is still blind.
        </p>
      ) : null}
      {shown.length === 0 ? (
        <EmptyState title={show === "all" ? "Nothing has been discussed yet" : "No thread here"}>
          {show === "all" ? (
            <>
              Press <Kbd>c</Kbd> to begin one on the case. Claims, tags and passages have threads of their own in the
              workbench.
            </>
          ) : show === "mine" ? (
            "No thread mentions you or was joined by you."
          ) : (
            "Every thread is resolved."
          )}
        </EmptyState>
      ) : (
        <ol className="threads-page-list" ref={list} onFocus={place.onFocus}>
          {shown.map((thread) => (
            <li
              key={thread.id}
              id={`thread-${thread.id}`}
              tabIndex={-1}
              className={thread.id === wanted ? "threads-page-item wanted" : "threads-page-item"}
            >
              <h2>
                <PlaceLink thread={thread} />
              </h2>
              <ThreadCard thread={thread} warning={blindWarning(view, placeOf(thread))} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function isShown(thread: ThreadView, show: ThreadFilter, me: string): boolean {
  if (show === "all") return true;
  if (show === "open") return thread.resolved === null;
  return thread.comments.some(({ authorId, mentions }) => authorId === me || mentions.includes(me));
}

function placeOf(thread: ThreadView): ThreadPlace {
  if (thread.passage !== null) return { kind: "passage", ...thread.passage, claimId: thread.claimId };
  if (thread.tagId !== null) return { kind: "cell", claimId: thread.claimId ?? "", sourceId: "", tagId: thread.tagId };
  return thread.claimId === null ? CASE : { kind: "claim", claimId: thread.claimId };
}

function PlaceLink({ thread }: { thread: ThreadView }) {
  const { caseId, view, claimById } = useCase();
  const name = placeName(view, thread);
  const wording = thread.claimId === null ? undefined : claimById(thread.claimId)?.text;
  if (thread.subject === "case") return <span>{name}</span>;
  return (
    <>
      <Link className="link" to="/c/$caseId" params={{ caseId }} search={placeSearch(view, thread)}>
        {name}
      </Link>
      {wording === undefined ? null : <span className="threads-page-claim">{wording}</span>}
    </>
  );
}
