import "./work.css";
import type { QueueKind } from "@assay/domain";
import { QUEUE_KINDS } from "@assay/domain";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { startTransition, useEffect, useRef, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Segmented } from "../../components/choice.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { useKeys } from "../../components/keys.ts";
import { useRowPlace } from "../../components/use-row-place.ts";
import { refusalOf } from "../../refusal.ts";
import { useMe } from "../account/me.ts";
import { useDocumentTitle } from "../shell/use-document-title.ts";
import { useTake } from "./use-take.ts";
import { WorkEmpty } from "./work-empty.tsx";
import { NO_FILTERS, WorkFilters } from "./work-filters.tsx";
import { fillGlance, workQuery } from "./work-query.ts";
import { WorkRow } from "./work-row.tsx";
import type { WorkSearch } from "./work-search.ts";
import { isFiltered } from "./work-search.ts";
import { KIND_LABELS } from "./work-words.ts";

/** A screenful goes first; the rest of a page of rows is drawn when the keys work already. */
const FIRST_ROWS = 12;

const FROM = "/w/$workspaceId/work";

/** Everything that waits for this person, across the cases of the desk; counts and rows are one answer. */
export function WorkPage() {
  const { workspaceId } = useParams({ from: FROM });
  const search = useSearch({ from: FROM });
  const navigate = useNavigate({ from: FROM });
  const { user } = useMe();
  const list = useRef<HTMLOListElement>(null);
  const found = useInfiniteQuery(workQuery(workspaceId, search));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  const take = useTake();
  useDocumentTitle("My work");

  // Every answer carries counts; those of the first page were made with what the others go on from.
  const first = found.data?.pages[0];
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const loaded = first !== undefined;
  const [drawn, setDrawn] = useState(FIRST_ROWS);
  useEffect(() => {
    if (!loaded) return undefined;
    const timer = setTimeout(() => startTransition(() => setDrawn(Infinity)), 50);
    return () => clearTimeout(timer);
  }, [loaded]);
  const counts = first?.counts;
  const whole = search.kind === undefined && search.sort === undefined && !isFiltered(search) && !found.isPlaceholderData;
  useEffect(() => {
    if (whole && first !== undefined) fillGlance(workspaceId, first);
  }, [whole, first, workspaceId]);
  const total = QUEUE_KINDS.reduce((sum, kind) => sum + (counts?.[kind] ?? 0), 0);
  const change = (next: Partial<WorkSearch>) =>
    void navigate({ search: (before: WorkSearch) => ({ ...before, ...next }), replace: true });

  const place = useRowPlace(list, ".work-link");
  const step = (by: 1 | -1) => {
    const at = place.stepTo(by);
    place.goTo(at);
    if (at >= items.length - 5 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  };
  const takeHere = () => {
    const entry = items[place.here()];
    if (entry !== undefined) take(entry);
  };
  const tabBy = (by: 1 | -1) => {
    const tabs = [undefined, ...QUEUE_KINDS];
    change({ kind: tabs[(tabs.indexOf(search.kind) + by + tabs.length) % tabs.length] });
  };
  useKeys("My work", [
    { key: "j", label: "Next piece of work", bar: "work", run: () => step(1) },
    { key: "k", label: "Previous piece of work", bar: "work", run: () => step(-1) },
    { key: "t", label: "Take it, or give it back", bar: "take", run: takeHere },
    { key: "]", label: "Next tab", bar: "tab", run: () => tabBy(1) },
    { key: "[", label: "Previous tab", bar: "tab", run: () => tabBy(-1) },
  ]);

  return (
    <div className="work">
      <header className="work-head">
        <h1>My work</h1>
        <Segmented<QueueKind | "all">
          label="Kind of work"
          value={search.kind ?? "all"}
          options={(["all", ...QUEUE_KINDS] as const).map((value) => ({
            value,
            label: <Tab label={value === "all" ? "All" : KIND_LABELS[value]} count={value === "all" ? total : counts?.[value]} />,
          }))}
          onChange={(value) => change({ kind: value === "all" ? undefined : value })}
        />
      </header>
      <WorkFilters search={search} page={first} onChange={change} />
      {found.isError && first === undefined ? (
        <EmptyState
          refused
          title="Your work did not load"
          action={<Button onClick={() => void found.refetch()}>Try again</Button>}
        >
          {refusalOf(found.error).message}
        </EmptyState>
      ) : null}
      {first !== undefined && items.length === 0 ? (
        <WorkEmpty
          workspaceId={workspaceId}
          kind={search.kind}
          filtered={isFiltered(search)}
          elsewhere={search.kind === undefined ? 0 : total}
          onClear={() => change(NO_FILTERS)}
          onAll={() => change({ kind: undefined })}
        />
      ) : null}
      <ol className="work-list" ref={list} aria-label="My work" onFocus={place.onFocus}>
        {items.slice(0, drawn).map((entry) => (
          <WorkRow key={entry.id} entry={entry} me={user?.id ?? ""} onTake={take} />
        ))}
      </ol>
      {hasNextPage && drawn > FIRST_ROWS ? <More busy={isFetchingNextPage} onMore={() => void fetchNextPage()} /> : null}
    </div>
  );
}

function Tab({ label, count }: { label: string; count: number | undefined }) {
  return (
    <>
      {label}
      {count === undefined ? null : <span className="micro">{count}</span>}
    </>
  );
}

/** Goes on by itself when it comes into view; the button is for those who do not scroll. */
function More({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  const mark = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  more.current = onMore;
  useEffect(() => {
    if (mark.current === null || busy) return;
    const watcher = new IntersectionObserver((seen) => {
      if (seen.some((one) => one.isIntersecting)) more.current();
    });
    watcher.observe(mark.current);
    return () => watcher.disconnect();
  }, [busy]);
  return (
    <div ref={mark} className="work-more">
      <Button variant="quiet" disabledReason={busy ? "More is on its way." : null} onClick={onMore}>
        Show more
      </Button>
    </div>
  );
}
