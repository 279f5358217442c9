import { widenRange } from "@assay/editor";
import type { TextRange } from "@assay/editor";
import { notify } from "../../../components/toast.tsx";
import type { KeyBinding } from "../../../components/keys.ts";
import { useKeys } from "../../../components/keys.ts";
import type { CaseContext } from "../../case/use-case.ts";
import { useCaseNow } from "../../case/use-case.ts";
import { focusMarksHere } from "./marks-here.tsx";
import { printFocused } from "./print-source.tsx";
import { samePlace } from "../model/tag-edits.ts";
import { useBenchParts } from "../state/bench-context.tsx";
import type { Bench } from "../state/bench-context.tsx";

const nothing = () => undefined;

/** Heard by the text itself, whenever it has the focus; named here so that the keys dialog can tell of them. */
const IN_THE_TEXT: readonly KeyBinding[] = [
  { key: "ArrowRight", label: "Move the caret by a letter; ↑ and ↓ by a line" },
  { key: "shift+ArrowRight", label: "Select by letter; ← takes back" },
  { key: "mod+shift+ArrowRight", label: "Select by word (Mac: Option)" },
  { key: "alt+shift+ArrowRight", label: "Select by sentence (Mac: Control)" },
  { key: "mod+shift+ArrowDown", label: "Select by paragraph (Mac: Option)" },
  { key: "mod+a", label: "Select the whole text" },
  { key: "mod+c", label: "Copy the selected words, also those out of view" },
].map((key) => ({ ...key, run: nothing, elsewhere: true }));

/** Ranges that were widened, so that narrowing goes back the same way. */
let widened: { sourceId: string; ranges: TextRange[] } = { sourceId: "", ranges: [] };

export function useTextKeys(): void {
  const bench = useBenchParts();
  const now = useCaseNow();
  const toMarks = () => {
    const scroller = bench.panes.get(bench.store.getState().sourceId)?.scrollElement ?? null;
    if (document.activeElement !== scroller) return;
    if (!focusMarksHere(scroller)) notify({ text: "No words of this paragraph are marked." });
  };
  useKeys("In a source's text", [
    ...IN_THE_TEXT,
    { key: "Enter", label: "To the highlights of this paragraph", run: toMarks },
    { key: "mod+p", label: "Print the focused source with its highlights", run: printFocused },
    { key: "=", label: "Widen the selection: word, sentence, paragraph", run: () => widen(bench, now().texts) },
    { key: "-", label: "Narrow it again", run: () => narrow(bench) },
  ]);
}

export function widen({ store, panes }: Bench, texts: CaseContext["texts"]): void {
  const { sourceId, selection } = store.getState();
  const text = sourceId === null ? undefined : texts(sourceId);
  if (sourceId === null || text === undefined) return;
  const caret = panes.caretIn(sourceId);
  const from = selection?.sourceId === sourceId ? selection : caret === null ? null : { start: caret, end: caret };
  if (from === null) return notify({ text: "Put the caret into a source first." });
  const to = widenRange(text, from);
  const known = widened.sourceId === sourceId ? widened.ranges : [];
  // What was widened before counts only while nothing else has been selected since.
  const last = known.at(-1);
  const goesOn = last !== undefined && last.start >= from.start && last.end <= from.end;
  widened = { sourceId, ranges: [...(goesOn ? known : []), { start: from.start, end: from.end }] };
  if (!samePlace(from, to)) panes.get(sourceId)?.select(to);
}

export function narrow({ store, panes }: Bench): void {
  const { selection } = store.getState();
  if (selection === null || widened.sourceId !== selection.sourceId) return;
  const before = widened.ranges.at(-1);
  if (before === undefined || before.start < selection.start || before.end > selection.end) return;
  widened = { ...widened, ranges: widened.ranges.slice(0, -1) };
  panes.get(selection.sourceId)?.select(before);
}
