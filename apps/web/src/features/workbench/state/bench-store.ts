import type { ClaimView } from "@assay/domain";
import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { Find } from "../find/find-state.ts";
import { SHOW_ALL, isHighlightFilter } from "../filter/highlight-filter.ts";
import type { HighlightFilter } from "../filter/highlight-filter.ts";
import type { ClaimFilter } from "../model/claim-filters.ts";
import type { EdgeEdit } from "../model/edge-edit.ts";
import type { Span } from "../model/place.ts";
import { isBoolean, isStringList, readStored, writeStored } from "../model/stored.ts";

export interface DiscussedAt extends Span {
  revisionId: string;
}

export interface PaneSelection extends Span {
  sourceId: string;
  text: string;
}

export interface OlderReading {
  revisionId: string;
  /** Words to be shown in it. */
  span: Span | null;
}

export type BenchDialog =
  | { kind: "new-claim" }
  /** `suggested`: on the machine's word that the source is silent, with the terms it tried. */
  | { kind: "attest"; suggested?: true }
  | { kind: "override" }
  | { kind: "add-source" }
  | { kind: "source"; sourceId: string }
  | { kind: "revise"; sourceId: string }
  | { kind: "place"; tagId: string; passageId: string }
  | { kind: "adjudicate"; tagId: string }
  | ({
      kind: "discuss";
      sourceId: string;
      exact: string;
      /** Where the words stand in a revision that has just arrived; null where they do not. */
      carried?: Promise<DiscussedAt | null>;
    } & DiscussedAt);

export interface BenchState {
  claimId: string | null;
  /** The source the keys act on. */
  sourceId: string | null;
  /** Null: never chosen on this machine. */
  open: string[] | null;
  selection: PaneSelection | null;
  /** The selection a tag was just made of. It ends when the desk has it, and comes back when the desk refuses it. */
  spent: PaneSelection | null;
  hoverClaimId: string | null;
  /** Null while the find bar is closed. */
  find: Find | null;
  /** What was looked for last; it stands in the bar when that is opened again. */
  lastQuery: string;
  highlights: HighlightFilter;
  /** The bar with the filters was asked for, whether or not anything is filtered. */
  filtering: boolean;
  /** The sources stand aligned on the chosen claim's passages. */
  comparing: boolean;
  /** The passage whose edges are being moved. */
  edges: EdgeEdit | null;
  /** Older revisions that are being read, by source. */
  reading: Readonly<Record<string, OlderReading>>;
  /** One source at full measure. */
  single: boolean;
  panels: boolean;
  linked: boolean;
  dialog: BenchDialog | null;
  /** A claim on its way to the desk: its wording can be typed over before the answer is there. */
  pendingClaim: ClaimView | null;
  /** The claim whose wording is being edited. */
  wordingOf: string | null;
  /** On a phone: which sheet lies over the source. */
  sheet: "ledger" | "details" | null;
  filter: ClaimFilter;
  query: string;
  /** What the last "submit all" left behind, with the reason of each. */
  refusedDrafts: { tagId: string; reason: string }[];
}

export type BenchStore = StoreApi<BenchState>;

function isOpenList(value: unknown): value is string[] | null {
  return value === null || isStringList(value);
}

/** One store a case. What the desk arranges (panes, panels, linking) is remembered on this machine. */
export function createBenchStore(caseId: string): BenchStore {
  const key = (name: string) => `assay:bench:${caseId}:${name}`;
  const store = createStore<BenchState>(() => ({
    claimId: null,
    sourceId: null,
    open: readStored<string[] | null>(key("open"), null, isOpenList),
    selection: null,
    spent: null,
    hoverClaimId: null,
    find: null,
    lastQuery: "",
    highlights: readStored(key("highlights"), SHOW_ALL, isHighlightFilter),
    filtering: false,
    comparing: readStored(key("comparing"), false, isBoolean),
    edges: null,
    reading: {},
    single: false,
    panels: readStored("assay:bench:panels", true, isBoolean),
    linked: readStored("assay:bench:linked", false, isBoolean),
    dialog: null,
    pendingClaim: null,
    wordingOf: null,
    sheet: null,
    filter: "all",
    query: "",
    refusedDrafts: [],
  }));
  store.subscribe((now, before) => {
    if (now.open !== before.open) writeStored(key("open"), now.open);
    if (now.highlights !== before.highlights) writeStored(key("highlights"), now.highlights);
    if (now.comparing !== before.comparing) writeStored(key("comparing"), now.comparing);
    if (now.panels !== before.panels) writeStored("assay:bench:panels", now.panels);
    if (now.linked !== before.linked) writeStored("assay:bench:linked", now.linked);
  });
  return store;
}
