import type { SourceView } from "@assay/domain";
import type { KeyBinding } from "../../components/keys.ts";
import { useKeys } from "../../components/keys.ts";
import { notify } from "../../components/toast.tsx";
import { useSuggestionKeys } from "../assist/use-suggestion-keys.ts";
import { useAssignKey } from "../assign/use-assign-key.ts";
import { useCaseNow, useCaseOf } from "../case/use-case.ts";
import { useDraftKey } from "../draft/draft-link.tsx";
import { startPlacing } from "../revision/start-placing.ts";
import { toggleCompare } from "./compare/compare-actions.ts";
import { openFind, stepFind } from "./find/find-actions.ts";
import { startEdges } from "./panes/edge-actions.ts";
import { useBench, useBenchParts } from "./state/bench-context.tsx";
import type { Bench } from "./state/bench-context.tsx";

/** Every key of the workbench; each has a button somewhere too. */
export function useBenchKeys(): void {
  const bench = useBenchParts();
  const now = useCaseNow();
  const claimId = useBench((state) => state.claimId);
  const wordingOf = useBench((state) => state.wordingOf);
  const single = useBench((state) => state.single);
  const finding = useBench((state) => state.find !== null);
  const claim = useCaseOf(({ claimById }) => (claimId === null ? undefined : claimById(claimId)));
  const mayTag = useCaseOf(({ can }) => can("tag"));
  const mayEdit = useCaseOf(({ can }) => can("edit_claim"));
  const mayDiscuss = useCaseOf(({ can }) => can("discuss"));
  const sources = useCaseOf(({ view }) => view.sources);
  const { store, nav, actions } = bench;

  const sourceId = useBench((state) => state.sourceId);
  useAssignKey("Workbench", { kind: "tag", claimId, sourceId });
  useDraftKey("Workbench", sourceId);
  useKeys("Workbench", [
    { key: "j", label: "Next claim", bar: "claim", run: () => step(bench, 1) },
    { key: "k", label: "Previous claim", bar: "claim", run: () => step(bench, -1) },
    ...sourceKeys(sources).map(
      (key): KeyBinding => ({
        key,
        label: `Source ${key}`,
        ...(sources.some(({ number }) => String(number) === key) ? { bar: "source" } : {}),
        run: () => (nav.focusNth(Number(key)) ? undefined : notify({ text: `There is no source ${key} in this case.` })),
      }),
    ),
    { key: "n", label: "Next passage in this source", bar: "passage", run: () => stepMark(bench, "next") },
    { key: "p", label: "Previous passage in this source", bar: "passage", run: () => stepMark(bench, "previous") },
    { key: "c", label: "New claim, from the selected words", bar: "new claim", when: mayEdit, run: actions.newClaim },
    { key: "v", label: "Verify with selected words", bar: "tag", when: mayTag, run: () => actions.tag("verified") },
    { key: "d", label: "Dispute with selected words", bar: "tag", when: mayTag, run: () => actions.tag("disputed") },
    { key: "m", label: "Missing: attest that the source is silent", bar: "tag", when: mayTag, run: () => actions.attest() },
    { key: "s", label: "Submit my tag of the focused cell", bar: "submit", when: mayTag, run: actions.submitFocused },
    { key: "shift+s", label: "Submit all my drafts", when: mayTag, run: actions.submitAllMine },
    { key: "o", label: "Reaffirm my stale tag of the focused cell", when: mayTag, run: actions.reaffirmFocused },
    {
      key: "e",
      label: "Edit the wording of the claim",
      when: mayEdit && claim !== undefined,
      run: () => store.setState({ wordingOf: claimId, panels: true }),
    },
    { key: "b", label: "Move the edges of my passage in the focused cell", when: mayTag, run: () => startEdges(bench, now().me.id) },
    {
      key: "shift+p",
      label: "Place a lost passage of mine by hand",
      when: mayTag,
      run: () => startPlacing(bench, now().me.id),
    },
    {
      key: "t",
      label: "Thread on the selected words, or on the focused cell",
      when: mayDiscuss,
      run: actions.discuss,
    },
    { key: "y", label: "Copy the selected words with their citation", run: actions.copyCitation },
    { key: "f", label: "One source at full measure, or all", bar: "focus source", run: () => toggleSingle(bench) },
    {
      key: "\\",
      label: "Show or hide the panels",
      bar: "panels",
      run: () => nav.remeasure(() => store.setState(({ panels }) => ({ panels: !panels }))),
    },
    { key: "/", label: "Find in the focused source", bar: "find in source", run: () => openFind(bench, "source") },
    { key: "mod+f", label: "Find in the focused source", run: () => openFind(bench, "source") },
    { key: "g", label: "Find in all open sources", run: () => openFind(bench, "all") },
    { key: "mod+g", label: "Next hit", when: finding, whileTyping: true, run: () => stepFind(bench, 1) },
    { key: "mod+shift+g", label: "Previous hit", when: finding, whileTyping: true, run: () => stepFind(bench, -1) },
    { key: "h", label: "Filter the highlights", bar: "filter", run: () => openFilter(bench) },
    { key: "shift+h", label: "Hide or show all highlights", run: () => flip(bench, "hidden") },
    { key: "i", label: "Highlights of the chosen claim only, or of all", run: () => flip(bench, "solo") },
    { key: "x", label: "Compare the sources on the chosen claim", bar: "compare", run: () => toggleCompare(bench) },
    {
      key: "l",
      label: "Link or unlink scrolling of the sources",
      run: () => store.setState(({ linked }) => ({ linked: !linked })),
    },
    {
      key: "Escape",
      label: single ? "Show all sources again" : "Leave the wording as it was",
      when: single || wordingOf !== null,
      run: () => (wordingOf !== null ? store.setState({ wordingOf: null }) : toggleSingle(bench)),
    },
  ]);
  useSuggestionKeys();
}

function openFilter({ store }: Bench): void {
  const bar = document.querySelector<HTMLElement>(".filter button");
  if (bar === null) store.setState({ filtering: true });
  else bar.focus();
}

/** A source keeps its number when another one is taken out, so that two of them may well be 1 and 6. */
function sourceKeys(sources: readonly SourceView[]): string[] {
  const numbers = new Set([1, 2, 3, 4, ...sources.map(({ number }) => number).filter((number) => number < 10)]);
  return [...numbers].toSorted().map(String);
}

function flip({ store }: Bench, name: "hidden" | "solo"): void {
  store.setState(({ highlights }) => ({ highlights: { ...highlights, [name]: !highlights[name] } }));
}

/** At either end, and where the ledger shows nothing, the key says why it does nothing. */
function step({ nav, rows }: Bench, by: 1 | -1): void {
  if (nav.step(by)) return;
  if (rows.current.length === 0) notify({ text: "The ledger shows no claim to go to." });
  else notify({ text: by > 0 ? "This is the last claim of the ledger." : "This is the first claim of the ledger." });
}

function toggleSingle({ nav, store }: Bench): void {
  nav.remeasure(() => store.setState(({ single }) => ({ single: !single })));
}

/** Goes to a mark of the focused source and chooses its claim: the other sources follow, this one stays put. */
function stepMark({ store, panes, nav }: Bench, direction: "next" | "previous"): void {
  const { sourceId } = store.getState();
  const pane = panes.get(sourceId);
  if (pane === null || sourceId === null) return;
  const mark = direction === "next" ? pane.nextMark() : pane.previousMark();
  if (mark !== null && store.getState().comparing) panes.reveal(sourceId, mark);
  if (mark !== null) nav.choose(mark.claimId, sourceId);
  else notify({ text: "No passage of this source is marked yet." });
}
