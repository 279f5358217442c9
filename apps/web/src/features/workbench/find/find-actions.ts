import type { FindOptions } from "@assay/editor";
import { rememberTerm } from "../model/search-terms.ts";
import { readStored, writeStored } from "../model/stored.ts";
import type { Bench } from "../state/bench-context.tsx";
import type { Find } from "./find-state.ts";
import { NO_FIND, isFindOptions, stepHit } from "./find-state.ts";

const OPTIONS_KEY = "assay:bench:find-options";
export const FIELD_ID = "find-field";

/** The sources a search goes through, in the order of their panes. */
export function searchedIds({ store, nav }: Bench): string[] {
  const { find, sourceId } = store.getState();
  if (find?.scope === "all") return nav.searchIds();
  return sourceId === null ? [] : [sourceId];
}

/** Selected words of more than a line are evidence, and nothing to look for. */
const LONGEST_WORDS = 80;

/** Opens the bar, or goes back to it. The selected words stand in it, else what was looked for last, to be typed over. */
export function openFind({ store }: Bench, scope: Find["scope"]): void {
  const { find, selection, lastQuery } = store.getState();
  if (find === null) {
    const options = readStored(OPTIONS_KEY, NO_FIND.options, isFindOptions);
    const words = options.regex || (selection?.text.length ?? 0) > LONGEST_WORDS ? "" : (selection?.text ?? "");
    const query = words === "" ? lastQuery : words;
    store.setState({ find: { ...NO_FIND, scope, options, query, searching: query !== "" } });
    return;
  }
  if (find.scope !== scope) patch(store, { scope, searching: true });
  const field = document.getElementById(FIELD_ID);
  if (field instanceof HTMLInputElement) {
    field.focus();
    field.select();
  }
}

export function setQuery({ store }: Bench, query: string): void {
  patch(store, { query, current: null, problem: null, searching: true, wish: null });
  store.setState({ lastQuery: query });
}

export function setOption({ store }: Bench, name: keyof FindOptions, value: boolean): void {
  const { find } = store.getState();
  if (find === null) return;
  const options = { ...find.options, [name]: value };
  writeStored(OPTIONS_KEY, options);
  patch(store, { options, problem: null, searching: true });
}

/** On to the next hit; where the answer is still on its way, as soon as it is there. */
export function stepFind(bench: Bench, by: 1 | -1): void {
  const { store, nav, panes } = bench;
  const { find, sourceId } = store.getState();
  if (find === null) return;
  rememberTried(bench);
  if (find.searching) {
    patch(store, { wish: by });
    return;
  }
  const hit = stepHit(find, searchedIds(bench), by, sourceId);
  const range = hit === null ? undefined : find.hits[hit.sourceId]?.ranges[hit.index];
  if (hit === null || range === undefined) return;
  patch(store, { current: hit });
  if (hit.sourceId !== sourceId) nav.focusSource(hit.sourceId);
  const pane = panes.get(hit.sourceId);
  // On a phone the source is only now being opened: as soon as its text is there.
  if (pane === null) panes.reveal(hit.sourceId, range);
  else pane.scrollToRange(range, { block: "nearest" });
}

/** Called when the person has read the count: the term counts as tried for the chosen claim, in what was searched. */
export function rememberTried(bench: Bench): void {
  const { claimId, find } = bench.store.getState();
  if (find === null || find.problem !== null || claimId === null || find.query.trim().length < 2) return;
  const term = find.options.regex ? `/${find.query}/` : find.query;
  for (const sourceId of searchedIds(bench)) rememberTerm(bench.caseId, claimId, sourceId, term);
}

export function closeFind(bench: Bench): void {
  const { store, panes } = bench;
  rememberTried(bench);
  store.setState({ find: null });
  panes.get(store.getState().sourceId)?.focus();
}

function patch(store: Bench["store"], next: Partial<Find>): void {
  store.setState(({ find }) => (find === null ? {} : { find: { ...find, ...next } }));
}
