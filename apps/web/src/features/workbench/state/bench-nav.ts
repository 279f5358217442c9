import type { CaseView, ClaimView } from "@assay/domain";
import { compareBySpan } from "../model/evidence-order.ts";
import { MAX_PANES, closeSource, openSource, stillOpen, visibleSources } from "../model/open-sources.ts";
import type { Span } from "../model/place.ts";
import { createAfterPaint } from "./after-paint.ts";
import type { BenchStore } from "./bench-store.ts";
import type { PaneRegistry } from "./pane-registry.ts";

export interface BenchNav {
  /** `from`: the source the person is reading right now; it is not scrolled away under their eyes. */
  choose: (claimId: string | null, from?: string) => void;
  /** Next (1) or previous (-1) of the claims that the ledger shows; false when there is none. */
  step: (by: 1 | -1) => boolean;
  focusSource: (sourceId: string, options?: { moveFocus?: boolean }) => void;
  /** False when there is no such source. */
  focusNth: (position: number) => boolean;
  /** Out of a field and back to reading; in a sheet, where there is no text to read, just out of the field. */
  leaveField: (field: HTMLElement) => void;
  close: (sourceId: string) => void;
  /** Puts `sourceId` in the place of `instead`. */
  swap: (sourceId: string, instead: string) => void;
  showPassage: (sourceId: string, span: Span) => void;
  /** Brings the chosen claim's passages into view again, all on one line while sources are compared. */
  align: () => void;
  /** The panes on the page now, in order. */
  openIds: () => string[];
  /** What a search of all goes through: the panes on the page; on a phone, which has one, every source of the case. */
  searchIds: () => string[];
  /** Changes the measure of the panes without losing the reader's place in them. */
  remeasure: (change: () => void) => void;
}

interface NavInput {
  store: BenchStore;
  panes: PaneRegistry;
  view: () => CaseView;
  rows: () => readonly ClaimView[];
  /** How many panes the window has room for. */
  limit: () => number;
}

export function createBenchNav({ store, panes, view, rows, limit }: NavInput): BenchNav {
  const sourceIds = () => view().sources.map((source) => source.id);
  /** On a phone there is one pane, and what stands open on a desk is left as it is. */
  const phone = () => limit() === 1;
  const arranged = () => stillOpen(store.getState().open, sourceIds());
  const openIds = () => {
    const { sourceId } = store.getState();
    // The one that was read may have been taken out of the case.
    if (phone()) return sourceId !== null && sourceIds().includes(sourceId) ? [sourceId] : arranged().slice(0, 1);
    return visibleSources(arranged(), limit(), sourceId);
  };

  const panesFollow = createAfterPaint();
  const scrollToEvidence = (claimId: string, except?: string) => {
    for (const sourceId of openIds()) {
      if (sourceId === except) continue;
      const first = view()
        .tags.filter((tag) => tag.claimId === claimId && tag.sourceId === sourceId && tag.state !== "withdrawn")
        .flatMap((tag) => tag.evidence)
        .filter((one) => one.state !== "orphaned" && one.state !== "ambiguous")
        .sort(compareBySpan)[0];
      if (first !== undefined) panes.reveal(sourceId, { start: first.start, end: first.end });
    }
  };

  const hidden = () => view().claims.find((claim) => claim.id === store.getState().claimId);

  const choose: BenchNav["choose"] = (claimId, from) => {
    if (store.getState().claimId !== claimId) store.setState({ claimId, wordingOf: null });
    const stays = store.getState().comparing ? undefined : from;
    if (claimId !== null) panesFollow.schedule(() => scrollToEvidence(claimId, stays));
  };

  const focusSource: BenchNav["focusSource"] = (sourceId, { moveFocus = false } = {}) => {
    const wasShown = openIds().includes(sourceId);
    const open = arranged();
    const arrange = !phone() && !open.includes(sourceId);
    store.setState({ sourceId, ...(arrange ? { open: openSource(open, sourceId, sourceIds()) } : {}) });
    if (moveFocus) panes.focus(sourceId);
    const { claimId } = store.getState();
    if (!wasShown && claimId !== null) scrollToEvidence(claimId);
  };

  return {
    choose,
    openIds,
    searchIds: () => (phone() ? sourceIds() : openIds()),
    focusSource,
    step: (by) => {
      const list = rows();
      const at = list.findIndex((claim) => claim.id === store.getState().claimId);
      const next = at < 0 ? besideHidden(list, hidden(), by) : list[at + by];
      if (next === undefined) return false;
      choose(next.id);
      return true;
    },
    focusNth: (position) => {
      const source = view().sources.find((one) => one.number === position);
      if (source === undefined) return false;
      focusSource(source.id, { moveFocus: true });
      return true;
    },
    leaveField: (field) => {
      if (field.closest("[role=dialog]") !== null) field.blur();
      else panes.get(store.getState().sourceId)?.focus();
    },
    close: (sourceId) => {
      const open = closeSource(arranged(), sourceId);
      const focused = store.getState().sourceId;
      store.setState({ open, ...(focused === sourceId ? { sourceId: open[0] ?? null } : {}) });
    },
    swap: (sourceId, instead) => {
      const open = openSource(arranged(), sourceId, sourceIds(), MAX_PANES, instead);
      store.setState({ open, sourceId });
      const { claimId } = store.getState();
      if (claimId !== null) scrollToEvidence(claimId);
    },
    align: () => {
      const { claimId } = store.getState();
      if (claimId !== null) scrollToEvidence(claimId);
    },
    remeasure: (change) => {
      panesFollow.flush();
      const places = [...panes.entries()].map(([, api]) => ({ api, share: shareOf(api.scrollElement) }));
      change();
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          for (const { api, share } of places) {
            const element = api.scrollElement;
            if (element !== null && share > 0) element.scrollTop = share * element.scrollHeight;
          }
        }),
      );
    },
    showPassage: (sourceId, span) => {
      // The passage has the last word on where its source stands.
      panesFollow.flush();
      focusSource(sourceId);
      panes.reveal(sourceId, span, { flash: true });
    },
  };
}

function shareOf(element: HTMLElement | null): number {
  return element === null || element.scrollHeight === 0 ? 0 : element.scrollTop / element.scrollHeight;
}

/** From a claim that the ledger does not show (withdrawn, or filtered out) to the nearest that it does. */
function besideHidden(list: readonly ClaimView[], from: ClaimView | undefined, by: 1 | -1): ClaimView | undefined {
  if (from === undefined) return list[by > 0 ? 0 : list.length - 1];
  return by > 0
    ? list.find((claim) => claim.number > from.number)
    : list.findLast((claim) => claim.number < from.number);
}
