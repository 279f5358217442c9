import { claimLabel, sourceName } from "@assay/domain";
import type { RevisionText, TagView } from "@assay/domain";
import { shiftEdge } from "@assay/editor";
import type { EdgeShift } from "@assay/editor";
import { notify } from "../../../components/toast.tsx";
import { passagesOf } from "../compare/compare-actions.ts";
import type { Span } from "../model/place.ts";
import { evidenceOf, movePassage, samePlace } from "../model/tag-edits.ts";
import type { Bench } from "../state/bench-context.tsx";
import { newId } from "../../../trpc.ts";

type TextOf = (sourceId: string) => RevisionText | undefined;

/**
 * Takes up a passage of one's own tag of the focused cell: the one named, else the one the caret or the selection is in,
 * else the first.
 */
export function startEdges(bench: Bench, meId: string, named?: { tag: TagView; passage: Span }): void {
  const { store, panes, latest, nav, actions } = bench;
  const { claimId, sourceId, selection } = store.getState();
  const say = (text: string) => notify({ text, tone: "refusal" });
  const cell = named === undefined ? { claimId, sourceId } : named.tag;
  if (cell.claimId === null || cell.sourceId === null) {
    return say("Choose a claim and a source first, then press B to move the edges of your passage.");
  }
  const place = { claimId: cell.claimId, sourceId: cell.sourceId };
  const mine = latest().tags.find(
    (tag) => tag.claimId === place.claimId && tag.sourceId === place.sourceId && tag.authorId === meId,
  );
  const own = mine === undefined || mine.state === "withdrawn" ? [] : placed(bench, mine);
  const source = latest().sources.find((one) => one.id === place.sourceId);
  const name = source === undefined ? "this source" : sourceName(source);
  if (mine === undefined || own.length === 0) return say(`You have no passage for this claim in ${name}.`);
  const refused = actions.refusal("edit", mine);
  if (refused !== null) return say(refused);
  const caret = selection?.sourceId === place.sourceId ? selection.start : panes.caretIn(place.sourceId);
  const passage =
    own.find((one) => named !== undefined && samePlace(one, named.passage)) ??
    own.find((one) => caret !== null && one.start <= caret && caret <= one.end) ??
    own[0]!;
  const from = { start: passage.start, end: passage.end };
  nav.focusSource(place.sourceId);
  store.setState({ edges: { ...place, from, to: from, waiting: [] }, dialog: null, sheet: null });
  panes.reveal(place.sourceId, from, { select: true });
}

function placed({ latest }: Bench, tag: TagView): Span[] {
  const own = tag.evidence;
  return passagesOf(latest(), tag.claimId, tag.sourceId).filter((one) => own.some((mine) => samePlace(mine, one)));
}

export function moveEdge({ store, panes }: Bench, textOf: TextOf, shift: EdgeShift): void {
  const { edges } = store.getState();
  if (edges === null) return;
  const text = textOf(edges.sourceId);
  if (text === undefined) {
    store.setState({ edges: { ...edges, waiting: [...edges.waiting, shift] } });
    return;
  }
  const to = shiftEdge(text, edges.to, shift);
  if (to === null) {
    notify({ text: shift.edge === "start" ? "The start cannot go on that way." : "The end cannot go on that way." });
    return;
  }
  store.setState({ edges: { ...edges, to } });
  panes.reveal(edges.sourceId, to, { select: true });
}

/** The text has come. */
export function moveWaiting(bench: Bench, textOf: TextOf): void {
  const { edges } = bench.store.getState();
  if (edges === null || edges.waiting.length === 0 || textOf(edges.sourceId) === undefined) return;
  bench.store.setState({ edges: { ...edges, waiting: [] } });
  for (const shift of edges.waiting) moveEdge(bench, textOf, shift);
}

/** Words selected by hand meanwhile are what the passage shall be. */
export function takeSelection({ store }: Bench): void {
  const { edges, selection } = store.getState();
  if (edges === null || selection === null || selection.sourceId !== edges.sourceId) return;
  if (samePlace(selection, edges.to)) return;
  store.setState({ edges: { ...edges, to: { start: selection.start, end: selection.end } } });
}

/** One new version of the tag, whatever number of steps led to it. */
export function saveEdges(bench: Bench, textOf: TextOf): void {
  const { store, tags, latest } = bench;
  const { edges } = store.getState();
  if (edges === null) return;
  const text = textOf(edges.sourceId)?.text;
  if (text === undefined) return notify({ text: "The text is still being opened. Press Enter once its words are here.", tone: "refusal" });
  endEdges(bench);
  const { from, to } = edges;
  if (samePlace(from, to)) return;
  const claim = latest().claims.find((one) => one.id === edges.claimId);
  const label = `Edges of a passage of ${claim === undefined ? "a claim" : claimLabel(claim)}`;
  void tags.edit(edges, label, (content) => content && movePassage(content, from, (role) => evidenceOf(newId(), text, to, role)));
}

export function endEdges({ store, panes }: Bench): void {
  const { edges } = store.getState();
  store.setState({ edges: null });
  if (edges === null) return;
  panes.get(edges.sourceId)?.clearSelection();
  panes.get(edges.sourceId)?.focus();
}
