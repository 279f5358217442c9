import type { ClaimView, SourceView } from "@assay/domain";
import { claimLabel, sourceName } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { useKeys } from "../../components/keys.ts";
import { notify } from "../../components/toast.tsx";
import { useCase } from "../case/use-case.ts";
import type { CaseReading, SourceSuggestions, SuggestedClaim } from "./assist-types.ts";
import type { ClaimFields } from "../workbench/state/claim-writes.ts";
import type { AssistWrites } from "./assist-writes.ts";
import { MergeDialog } from "./merge-dialog.tsx";
import type { ClaimLists } from "./model/claim-lists.ts";
import type { Shown } from "./model/suggestions-search.ts";
import { SuggestedClaimRow } from "./suggested-claim-row.tsx";
import { useListCursor } from "./use-list-cursor.ts";
import { useSteadyOrder } from "./use-steady-order.ts";

interface SuggestedClaimsProps {
  source: SourceView;
  suggestions: SourceSuggestions;
  identity: CaseReading["identity"];
  lists: ClaimLists;
  isReading: boolean;
  show: Shown;
  writes: AssistWrites;
  /** `start-end` of the one to begin at. */
  first: string | undefined;
  onShow: (show: Shown) => void;
  /** What has the cursor is shown in its source. */
  onCursor: (one: SuggestedClaim | null) => void;
}

/** The suggested claims of one source, ranked, with one key for each thing that can be done with them. */
export function SuggestedClaims(props: SuggestedClaimsProps) {
  const { source, suggestions, identity, lists, isReading, show, writes, first, onShow, onCursor } = props;
  const { can, caseId } = useCase();
  const mayTake = can("edit_claim") && can("tag");
  const ranked = show === "taken" ? lists.taken.map(({ suggestion }) => suggestion) : lists[show];
  const [editing, setEditing] = useState<SuggestedClaim | null>(null);
  // Whatever becomes of a suggestion, the words that are being written about it stay, and where they are.
  const gone = editing !== null && !ranked.some(({ key }) => key === editing.key);
  const list = useSteadyOrder(gone ? [...ranked, editing] : ranked, !isReading);
  const [written, setWritten] = useState<Readonly<Record<string, ClaimFields>>>({});
  const cursor = useListCursor(list, Math.max(0, list.findIndex(({ start, end }) => `${start}-${end}` === first)));
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [merging, setMerging] = useState<SuggestedClaim | null>(null);
  const { item } = cursor;
  useEffect(() => onCursor(item), [item, onCursor]);

  const name = sourceName(source);
  const pickedNow = list.filter(({ key }) => picked.has(key));
  const named = (items: readonly SuggestedClaim[]) => items.map(({ key }) => ({ kind: "claim" as const, key }));
  const togglePick = (key: string) =>
    setPicked((held) => {
      const next = new Set(held);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const dismiss = (items: readonly SuggestedClaim[]) => {
    cursor.leaving(items);
    const what = items.length === 1 ? "a suggested claim" : `${items.length} suggested claims`;
    void writes.dismiss(named(items), what);
    setPicked(new Set());
  };
  const restore = (items: readonly SuggestedClaim[]) => {
    cursor.leaving(items);
    void writes.restore(named(items), items.length === 1 ? "a suggested claim" : `${items.length} suggested claims`);
    setPicked(new Set());
  };
  /** The words become evidence of the claim that says the same: no second claim is made. */
  const markUnder = (one: SuggestedClaim, claim: ClaimView) =>
    writes.mergeInto(one, claim, identity).then((done) => {
      if (done) notify({ text: `Its passage is a draft of yours under ${claimLabel(claim)}.` });
      return done;
    });
  const merge = (one: SuggestedClaim) => {
    const claim = lists.same.get(one.key);
    cursor.leaving([one]);
    if (claim === undefined) setMerging(one);
    else void markUnder(one, claim);
  };
  const accept = (one: SuggestedClaim, fields?: ClaimFields) => {
    cursor.leaving([one]);
    setEditing(null);
    void writes.acceptClaim(one, identity, fields).then((done) => {
      if (done || fields === undefined) return;
      // It was refused, and why has been said: the words are there again, to be sent or copied.
      setWritten((held) => ({ ...held, [one.key]: fields }));
      setEditing((now) => now ?? one);
    });
  };
  const bulk = (work: (items: readonly SuggestedClaim[]) => void) => () =>
    pickedNow.length === 0 ? notify({ text: "Pick some first, with B or Space, or all of them with Ctrl A." }) : work(pickedNow);
  const acceptPicked = (items: readonly SuggestedClaim[]) => {
    cursor.leaving(items);
    const fresh = items.filter(({ key }) => !lists.same.has(key));
    if (fresh.length > 0) void writes.acceptClaims(fresh, identity);
    for (const one of items) {
      const claim = lists.same.get(one.key);
      if (claim !== undefined) void writes.mergeInto(one, claim, identity);
    }
    setPicked(new Set());
  };
  const step = (by: 1 | -1) => {
    if (!cursor.step(by)) notify({ text: list.length === 0 ? "There is none in this list." : by > 0 ? "This is the last one." : "This is the first one." });
  };
  const open = show === "open" && mayTake && editing === null;
  const one = open && item !== null;
  const known = item === null ? undefined : lists.same.get(item.key);
  const fresh = list.filter(({ key }) => !lists.same.has(key));
  useKeys("Suggestions", [
    { key: "j", label: "Next suggestion", bar: "suggestion", run: () => step(1) },
    { key: "k", label: "Previous suggestion", bar: "suggestion", run: () => step(-1) },
    { key: "a", label: known === undefined ? "Accept: a claim with its passage as my draft" : "Accept as a claim of its own all the same", bar: "accept", when: one, run: () => cursor.act((each) => accept(each)) },
    { key: "e", label: "Edit, then accept", bar: "edit", when: one, run: () => cursor.act(setEditing) },
    {
      key: "m",
      label: known === undefined ? "Merge into an existing claim" : `Mark its passage under ${claimLabel(known)}, as my draft`,
      bar: known === undefined ? "merge" : "mark",
      when: one,
      run: () => cursor.act(merge),
    },
    { key: "shift+m", label: "Merge into another claim", when: one && known !== undefined, run: () => cursor.act(setMerging) },
    { key: "d", label: "Dismiss", bar: "dismiss", when: one, run: () => cursor.act((each) => dismiss([each])) },
    { key: "b", label: "Pick, or not", bar: "pick", when: one, run: () => item && togglePick(item.key) },
    { key: " ", label: "Pick, or not", when: one, run: () => item && togglePick(item.key) },
    {
      key: "mod+a",
      label: "Pick all that are new, or none",
      when: open && list.length > 0,
      run: () => setPicked(pickedNow.length > 0 && pickedNow.length >= fresh.length ? new Set() : new Set(fresh.map(({ key }) => key))),
    },
    { key: "shift+b", label: "Accept those picked", when: open, run: bulk(acceptPicked) },
    { key: "shift+d", label: "Dismiss those picked", when: open, run: bulk(dismiss) },
    { key: "r", label: "Bring it back", bar: "bring back", when: show === "dismissed" && mayTake && item !== null, run: () => cursor.act((each) => restore([each])) },
  ]);

  return (
    <section className="sug-list" aria-label={`Suggested claims, ${name}`}>
      {pickedNow.length === 0 ? null : (
        <div className="sug-bulk" role="toolbar" aria-label="With those picked">
          <span className="meta">{pickedNow.length} picked</span>
          <Button variant="primary" kbd="shift+b" onClick={() => acceptPicked(pickedNow)}>
            Accept
          </Button>
          <Button kbd="shift+d" onClick={() => dismiss(pickedNow)}>
            Dismiss
          </Button>
        </div>
      )}
      {list.length === 0 ? (
        <Nothing show={show} lists={lists} any={suggestions.claims.length > 0} onShow={onShow} caseId={caseId} source={source} />
      ) : (
        <ol>
          {list.map((suggestion, index) => {
            const on = index === cursor.at;
            const made = show === "taken" ? lists.taken.find((taken) => taken.suggestion === suggestion)?.claim : undefined;
            return (
              <SuggestedClaimRow
                key={suggestion.key}
                suggestion={suggestion}
                attributions={suggestions.attributions}
                on={on}
                picked={picked.has(suggestion.key)}
                made={made}
                same={lists.same.get(suggestion.key)}
                editing={editing?.key === suggestion.key}
                begun={written[suggestion.key] ?? suggestion}
                gone={gone}
                show={show}
                mayTake={mayTake}
                {...(on ? { ref: cursor.current } : {})}
                onFocus={() => cursor.goTo(index)}
                onPick={() => togglePick(suggestion.key)}
                onEdit={() => setEditing(suggestion)}
                onLeave={() => {
                  cursor.leaving([]);
                  setEditing(null);
                }}
                onAccept={(fields) => (fields === undefined ? cursor.act((each) => accept(each)) : accept(suggestion, fields))}
                onMerge={() => cursor.act(merge)}
                onDismiss={() => cursor.act((each) => dismiss([each]))}
                onRestore={() => cursor.act((each) => restore([each]))}
              />
            );
          })}
        </ol>
      )}
      {merging === null ? null : (
        <MergeDialog
          suggestion={merging}
          onClose={() => setMerging(null)}
          onMerge={(claim) => {
            setMerging(null);
            void markUnder(merging, claim).then((done) => {
              // The passage has its place now; its wording is not wanted as a claim of its own.
              if (done && lists.same.get(merging.key) !== claim) void writes.dismiss(named([merging]), "a suggested claim");
            });
          }}
        />
      )}
    </section>
  );
}

interface NothingProps {
  show: Shown;
  lists: ClaimLists;
  any: boolean;
  caseId: string;
  source: SourceView;
  onShow: (show: Shown) => void;
}

function Nothing({ show, lists, any, caseId, source, onShow }: NothingProps) {
  if (show === "dismissed") return <EmptyState title="Nothing is dismissed">What you dismiss with D waits here.</EmptyState>;
  if (show === "taken") return <EmptyState title="None is in the case yet">Press A on a suggestion to accept it.</EmptyState>;
  if (!any) {
    return (
      <EmptyState title="No claim is suggested here">
        Nothing in this source reads like a statement that can be checked. Mark claims by hand: select the words and press{" "}
        <Kbd>c</Kbd> in the workbench.
      </EmptyState>
    );
  }
  const { taken, dismissed } = lists;
  const next = (
    <Link className="btn btn-primary" to="/c/$caseId" params={{ caseId }} search={{ source: source.number }}>
      To the workbench
    </Link>
  );
  return (
    <EmptyState title="All suggestions are dealt with" action={next}>
      {taken.length} in the case, {dismissed.length} dismissed.{" "}
      {dismissed.length === 0 ? null : (
        <button type="button" className="bench-link" onClick={() => onShow("dismissed")}>
          Show the dismissed
        </button>
      )}
    </EmptyState>
  );
}
