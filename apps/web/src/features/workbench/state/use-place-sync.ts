import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useCaseNow } from "../../case/use-case.ts";
import { readRevision } from "../../revision/read-revision.ts";
import { leaveCompare } from "../compare/compare-actions.ts";
import { parseSpan } from "../model/place.ts";
import type { Place } from "../model/place.ts";
import type { Bench } from "./bench-context.tsx";

/**
 * Keeps the address and the workbench the same. The store leads, so that holding `j` never waits for the router; the
 * address follows, replaced and not pushed. An address that was not written here (a link, Back) is carried out.
 */
export function usePlaceSync(bench: Bench): void {
  const search: Place = useSearch({ from: "/c/$caseId/" });
  const navigate = useNavigate({ from: "/c/$caseId/" });
  const now = useCaseNow();
  const written = useRef<string | null>(null);
  const key = keyOf(search);

  useEffect(() => {
    if (written.current === key) return;
    const first = written.current === null;
    written.current = key;
    const view = now().latest();
    const tag = view.tags.find((one) => one.id === search.tag);
    // One that was withdrawn too: whoever follows a link to it is told so (T7).
    const claim = view.claims.find((one) => one.number === search.claim || one.id === tag?.claimId);
    const source = view.sources.find((one) => one.number === search.source || one.id === tag?.sourceId);
    const fallback = first ? (bench.rows.current[0] ?? view.claims.find((one) => !one.withdrawn)) : undefined;
    const chosen = claim ?? (search.claim === undefined ? fallback : undefined);
    if (search.compare === true) bench.store.setState({ comparing: true });
    else if (!first && bench.store.getState().comparing) leaveCompare(bench);
    // Whoever follows a link into one that was taken out is told so (T7).
    const removed = source === undefined ? view.removedSources.find((one) => one.number === search.source) : undefined;
    if (source !== undefined) bench.nav.focusSource(source.id);
    else if (removed !== undefined) bench.store.setState({ sourceId: removed.id });
    else if (bench.store.getState().sourceId === null) {
      const id = bench.nav.openIds()[0] ?? null;
      bench.store.setState({ sourceId: id });
    }
    // Reading can begin at once: arrow keys and Page Down belong to the focused source, not to nobody.
    if (isFocusNowhere()) bench.panes.focus(bench.store.getState().sourceId);
    if (chosen !== undefined) bench.nav.choose(chosen.id);
    const span = parseSpan(search.at);
    const older = source?.revisions.find(({ number }) => number === search.revision);
    if (source !== undefined && older !== undefined) readRevision(bench, source, older.id, span);
    else if (span !== null && source !== undefined) bench.nav.showPassage(source.id, span);
  }, [bench, key, now, search]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = bench.store.subscribe((now, before) => {
      const moved =
        now.claimId !== before.claimId || now.sourceId !== before.sourceId || now.comparing !== before.comparing;
      if (now.pendingClaim !== null || (!moved && before.pendingClaim === null)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const place = placeOf(bench);
        const next = keyOf(place);
        if (written.current === next || written.current?.startsWith(`${next}|`) === true) return;
        written.current = next;
        void navigate({ to: "/c/$caseId", params: { caseId: bench.caseId }, search: place, replace: true });
      }, 120);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [bench, navigate]);
}

function placeOf({ store, latest }: Bench): Place {
  const { claimId, sourceId, comparing } = store.getState();
  const view = latest();
  const claim = view.claims.find((one) => one.id === claimId)?.number;
  const source = view.sources.find((one) => one.id === sourceId)?.number;
  return {
    ...(claim === undefined ? {} : { claim }),
    ...(source === undefined ? {} : { source }),
    ...(comparing ? { compare: true } : {}),
  };
}

/** The passage comes last, so that an address with one counts as the same place until claim or source change. */
function keyOf({ claim, source, at, revision, tag, compare }: Place): string {
  const more = [revision === undefined ? undefined : `r${revision}`, at, tag].filter((part) => part !== undefined).join("|");
  return `${claim ?? ""},${source ?? ""}${compare === true ? ",compare" : ""}${more === "" ? "" : `|${more}`}`;
}

/** On the page as a whole, as after it was opened or after a jump. */
function isFocusNowhere(): boolean {
  return document.activeElement === document.body || document.activeElement?.id === "main";
}
