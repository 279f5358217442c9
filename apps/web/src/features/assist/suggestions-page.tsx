import "@assay/editor/styles.css";
import "../workbench/bench.css";
import "./suggestions.css";
import type { ClaimView, SourceView } from "@assay/domain";
import { sourceName } from "@assay/domain";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Link2 } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import { IconButton } from "../../components/button.tsx";
import { Segmented } from "../../components/choice.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { useKeys } from "../../components/keys.ts";
import { useCase } from "../case/use-case.ts";
import { useDocumentTitle } from "../shell/use-document-title.ts";
import { copyText } from "../workbench/state/copy-text.ts";
import { PHONE, useMedia } from "../workbench/state/use-media.ts";
import type { CaseReading, CaseSuggestions, SuggestedClaim } from "./assist-types.ts";
import { claimLists } from "./model/claim-lists.ts";
import type { ClaimLists } from "./model/claim-lists.ts";
import { LIST_NAMES, SHOWN, SUGGESTION_LISTS } from "./model/suggestions-search.ts";
import type { Shown, SuggestionList } from "./model/suggestions-search.ts";
import { OmissionPicture } from "./omission-picture.tsx";
import type { Proposal } from "./proposal-list.tsx";
import { ProposalList } from "./proposal-list.tsx";
import {
  contradictionProposals,
  differenceProposals,
  groupProposals,
  mergeProposals,
  quoteProposals,
  splitProposals,
} from "./proposals.tsx";
import { FoldedReader, ReaderWords } from "./reader-words.tsx";
import { ReadingNote } from "./reading-note.tsx";
import { SuggestedClaims } from "./suggested-claims.tsx";
import { PhoneNav, PlacesNav } from "./suggestions-nav.tsx";
import { SuggestionSource } from "./suggestion-source.tsx";
import { useAssistWrites } from "./use-assist-writes.ts";
import { useHeldReading } from "./use-held-reading.ts";
import { useSuggestions } from "./use-suggestions.ts";

const NONE: Record<Exclude<SuggestionList, "omissions">, string> = {
  merges: "No two claims of this case seem to say the same.",
  splits: "Every claim of this case seems to say one thing.",
  differences: "The sources do not differ in what they both tell.",
  groups: "No two sources share text at length.",
  quotes: "No quotation stands in more than one source.",
  contradictions: "No source seems to contradict itself.",
};

/** Everything the machine proposes for a case. Nothing here is a record until a person takes it. */
export function SuggestionsPage() {
  const { view } = useCase();
  const { data, error } = useSuggestions();
  const reading = useHeldReading(data?.reading ?? null);
  useDocumentTitle(`Suggestions, ${view.title}`);
  if (view.sources.length === 0) {
    return (
      <div className="sug-page">
        <h1 className="vh">Suggestions</h1>
        <EmptyState title="No sources yet">Add two or more sources. They are read here, on this machine.</EmptyState>
      </div>
    );
  }
  return (
    <div className="sug-page">
      <h1 className="vh">Suggestions: {view.title}</h1>
      {data === undefined || reading === null ? (
        <div className="sug-wait">
          <h2>Suggestions</h2>
          <ReadingNote data={data} error={error} />
          {data === undefined ? null : <ReaderWords data={data} />}
        </div>
      ) : (
        <Read data={data} reading={reading} error={error} />
      )}
    </div>
  );
}

interface ReadProps {
  data: CaseSuggestions;
  reading: CaseReading;
  error: unknown;
}

function Read({ data, reading, error }: ReadProps) {
  const { caseId, view, tagsOf, can } = useCase();
  const search = useSearch({ from: "/c/$caseId/suggestions" });
  const navigate = useNavigate({ from: "/c/$caseId/suggestions" });
  const writes = useAssistWrites();
  const phone = useMedia(PHONE);
  const [shown, setShown] = useState<SuggestedClaim | null>(null);
  const source = view.sources.find(({ number }) => number === search.source) ?? view.sources[0];
  const { list, show = "open" } = search;
  const go = useCallback(
    (next: { source?: number; list?: SuggestionList; show?: Shown }) => void navigate({ search: next, replace: true }),
    [navigate],
  );

  const dismissed = useMemo(() => new Set(data.dismissed.map(({ kind, key }) => `${kind} ${key}`)), [data.dismissed]);
  const lists = useMemo(() => {
    const gone = new Set(data.dismissed.filter(({ kind }) => kind === "claim").map(({ key }) => key));
    return new Map(reading.sources.map((one) => [one.sourceId, claimLists(one.claims, view.claims, tagsOf, gone)]));
  }, [reading.sources, view.claims, tagsOf, data.dismissed]);
  const onShow = (place: { source: string; start: number; end: number }) => {
    const number = view.sources.find(({ id }) => id === place.source)?.number;
    void navigate({ to: "/c/$caseId", params: { caseId }, search: { source: number, at: `${place.start}-${place.end}` } });
  };
  const onClaim = ({ number }: ClaimView) => void navigate({ to: "/c/$caseId", params: { caseId }, search: { claim: number } });
  const context = { view, report: reading.report, writes, onShow, onClaim };
  const proposals: Record<Exclude<SuggestionList, "omissions">, Proposal[]> = {
    merges: mergeProposals(context),
    splits: splitProposals(context),
    differences: differenceProposals(context),
    groups: groupProposals(context),
    quotes: quoteProposals(context),
    contradictions: contradictionProposals(context),
  };
  const openOf = (name: SuggestionList) =>
    name === "omissions" ? null : proposals[name].filter(({ kind, key }) => !dismissed.has(`${kind} ${key}`)).length;

  /** Sources first, then the lists, in the order they are shown. */
  const places = [
    ...view.sources.map(({ number }) => ({ source: number })),
    ...SUGGESTION_LISTS.map((name) => ({ list: name })),
  ];
  const here = list === undefined ? Math.max(0, view.sources.findIndex(({ id }) => id === source?.id)) : view.sources.length + SUGGESTION_LISTS.indexOf(list);
  const turn = (by: 1 | -1) => go(places[(here + by + places.length) % places.length] ?? {});
  const flip = () => go({ ...placeOf(list, source), ...(show === "dismissed" ? {} : { show: "dismissed" as const }) });
  useKeys("Suggestions", [
    { key: "n", label: "Next source or list", bar: "source", run: () => turn(1) },
    { key: "p", label: "Previous source or list", bar: "source", run: () => turn(-1) },
    ...view.sources.filter(({ number }) => number < 10).map((one) => ({
      key: String(one.number),
      label: `Suggested claims of ${sourceName(one)}`,
      run: () => go({ source: one.number }),
    })),
    { key: "h", label: show === "dismissed" ? "Hide the dismissed" : "Show the dismissed", run: flip },
    {
      key: "Enter",
      label: "Open in the workbench",
      when: list === undefined || list === "omissions",
      run: () => void navigate({ to: "/c/$caseId", params: { caseId }, search: benchPlace(source, list === undefined ? shown : null) }),
    },
  ]);

  const own = source === undefined ? undefined : lists.get(source.id);
  const suggestions = reading.sources.find(({ sourceId }) => sourceId === source?.id);
  const counts = countsOf(list, own, list === undefined || list === "omissions" ? [] : proposals[list], dismissed);
  const nav = { list, source, lists, openOf };
  return (
    <div className={list === undefined && !phone ? "sug-cols" : "sug-cols sug-two"}>
      <div className="sug-side">
        {phone ? <PhoneNav {...nav} go={go} /> : <PlacesNav {...nav} />}
        {phone ? (
          <FoldedReader data={data} error={error} />
        ) : (
          <>
            <ReadingNote data={data} error={error} />
            <ReaderWords data={data} />
          </>
        )}
      </div>
      <div className="sug-main">
        <header className="sug-head">
          <h2>{list === undefined ? (source === undefined ? "" : sourceName(source)) : LIST_NAMES[list]}</h2>
          {list === "omissions" ? null : (
            <Segmented
              label="Which suggestions"
              value={show}
              options={SHOWN.filter((one) => one !== "taken" || list === undefined).map((one) => ({
                value: one,
                label: `${{ open: "Open", taken: "In the case", dismissed: "Dismissed" }[one]} ${counts[one]}`,
              }))}
              onChange={(next) => go({ ...placeOf(list, source), ...(next === "open" ? {} : { show: next }) })}
            />
          )}
          <span className="grow" />
          <IconButton
            small
            label="Copy the link to this place"
            onClick={() => void copyText(linkOf(caseId, list, source, shown), "The link to these suggestions is copied.")}
          >
            <Link2 className="icon" aria-hidden />
          </IconButton>
        </header>
        {can("edit_claim") ? null : <p className="bench-note">Your role reads suggestions; it takes none.</p>}
        <div className="sug-scroll" tabIndex={0} role="region" aria-label="List of suggestions">
          {list === "omissions" ? (
            <OmissionPicture report={reading.report} />
          ) : list !== undefined ? (
            <ProposalList
              key={`${list} ${show}`}
              name={LIST_NAMES[list]}
              none={NONE[list]}
              proposals={proposals[list]}
              dismissed={dismissed}
              showDismissed={show === "dismissed"}
              writes={writes}
            />
          ) : source === undefined || suggestions === undefined || own === undefined ? (
            <EmptyState title="Not read yet">This source is being read.</EmptyState>
          ) : (
            <SuggestedClaims
              key={`${source.id} ${show}`}
              source={source}
              suggestions={suggestions}
              identity={suggestions.identity}
              lists={own}
              isReading={data.state === "reading"}
              show={show}
              writes={writes}
              first={search.at}
              onShow={(next) => go({ source: source.number, show: next })}
              onCursor={setShown}
            />
          )}
        </div>
      </div>
      {list === undefined && !phone && source !== undefined ? (
        <SuggestionSource
          key={source.id}
          source={source}
          shown={shown?.sourceId === source.id ? shown : null}
        />
      ) : null}
    </div>
  );
}

function placeOf(list: SuggestionList | undefined, source: SourceView | undefined) {
  if (list !== undefined) return { list };
  return source === undefined ? {} : { source: source.number };
}

function benchPlace(source: SourceView | undefined, shown: SuggestedClaim | null) {
  return {
    ...(source === undefined ? {} : { source: source.number }),
    ...(shown === null ? {} : { at: `${shown.start}-${shown.end}` }),
  };
}

function linkOf(caseId: string, list: SuggestionList | undefined, source: SourceView | undefined, shown: SuggestedClaim | null): string {
  const query = new URLSearchParams();
  if (list !== undefined) query.set("list", list);
  else if (source !== undefined) query.set("source", String(source.number));
  if (list === undefined && shown !== null) query.set("at", `${shown.start}-${shown.end}`);
  return `${window.location.origin}/c/${encodeURIComponent(caseId)}/suggestions?${query.toString()}`;
}

function countsOf(
  list: SuggestionList | undefined,
  own: ClaimLists | undefined,
  proposals: readonly Proposal[],
  dismissed: ReadonlySet<string>,
): Record<Shown, number> {
  if (list === undefined) {
    return { open: own?.open.length ?? 0, taken: own?.taken.length ?? 0, dismissed: own?.dismissed.length ?? 0 };
  }
  const gone = proposals.filter(({ kind, key }) => dismissed.has(`${kind} ${key}`)).length;
  return { open: proposals.length - gone, taken: 0, dismissed: gone };
}
