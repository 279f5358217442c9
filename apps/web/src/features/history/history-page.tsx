import "./history.css";
import { claimLabel, sourceName } from "@assay/domain";
import type { HistoryEntry, HistoryNames } from "@assay/domain";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { day } from "../../components/format-time.ts";
import { api } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { useCase } from "../case/use-case.ts";
import { useDocumentTitle } from "../shell/use-document-title.ts";
import { HistoryFilters } from "./history-filters.tsx";
import { HistoryItem } from "./history-entry.tsx";
import { momentsOf } from "./history-search.ts";
import type { HistorySearch } from "./history-search.ts";
import { LogCheck } from "./log-check.tsx";

const PAGE = 60;

/** Who changed what, when and why: the log of the case as a person reads it, newest first. */
export function HistoryPage() {
  const { caseId, view, claimById, sourceById, personById } = useCase();
  const search: HistorySearch = useSearch({ from: "/c/$caseId/history" });
  const navigate = useNavigate({ from: "/c/$caseId/history" });
  useDocumentTitle(`History, ${view.title}`);
  const names: HistoryNames = useMemo(
    () => ({
      claim: (id) => {
        const claim = claimById(id);
        return claim === undefined ? null : claimLabel(claim);
      },
      source: (id) => {
        const source = sourceById(id) ?? view.removedSources.find((one) => one.id === id);
        return source === undefined ? null : sourceName(source);
      },
      person: (id) => personById(id)?.name ?? "Somebody who left",
    }),
    [claimById, sourceById, personById, view.removedSources],
  );
  const claim = view.claims.find(({ number }) => number === search.claim);
  const source = [...view.sources, ...view.removedSources].find(({ number }) => number === search.source);
  const lost = (search.claim !== undefined && claim === undefined) || (search.source !== undefined && source === undefined);
  const found = useInfiniteQuery({
    // What happens while the page is open joins it.
    queryKey: ["history", caseId, search, view.lastEvent],
    queryFn: ({ pageParam }) =>
      api.history.list.query({
        caseId,
        before: pageParam,
        limit: PAGE,
        ...momentsOf(search),
        ...(claim === undefined ? {} : { claimId: claim.id }),
        ...(source === undefined ? {} : { sourceId: source.id }),
        ...(search.by === undefined ? {} : { actorId: search.by }),
        ...(search.what === undefined ? {} : { groups: [search.what] }),
      }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled: !lost,
  });
  const entries = found.data?.pages.flatMap((page) => page.entries) ?? [];
  const empty = lost || (found.isSuccess && entries.length === 0);
  return (
    <div className="history">
      <header className="history-head">
        <h1>History{claim === undefined ? "" : ` of ${claimLabel(claim)}`}</h1>
        {claim === undefined ? null : <p className="history-claim">{claim.text}</p>}
      </header>
      <LogCheck caseId={caseId} />
      <HistoryFilters
        search={search}
        change={(next) => void navigate({ search: { ...search, ...next } as HistorySearch, replace: true })}
        clear={() => void navigate({ search: {}, replace: true })}
      />
      {found.isError ? <p className="log-check-bad">{refusalOf(found.error).message}</p> : null}
      {empty ? (
        <EmptyState title="Nothing happened here">
          {lost ? "There is no such claim or source in this case." : "Widen the choice above, or show all."}
        </EmptyState>
      ) : (
        byDay(entries).map(({ title, entries: ofDay }) => (
          <section key={title} aria-label={title}>
            <h2 className="history-day">{title}</h2>
            <ol className="history-list">
              {ofDay.map((entry) => (
                <HistoryItem key={entry.number} entry={entry} names={names} />
              ))}
            </ol>
          </section>
        ))
      )}
      {found.hasNextPage ? (
        <Button variant="quiet" onClick={() => void found.fetchNextPage()}>
          Show older
        </Button>
      ) : null}
    </div>
  );
}

function byDay(entries: readonly HistoryEntry[]): { title: string; entries: HistoryEntry[] }[] {
  const days: { title: string; entries: HistoryEntry[] }[] = [];
  const now = new Date();
  for (const entry of entries) {
    const title = day(new Date(entry.at), now);
    const last = days.at(-1);
    if (last?.title === title) last.entries.push(entry);
    else days.push({ title, entries: [entry] });
  }
  return days;
}
