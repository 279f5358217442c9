import type { RevisionText, SourceView } from "@assay/domain";
import { sourceName } from "@assay/domain";
import type { SourceTextApi } from "@assay/editor/react";
import type { StoreApi } from "zustand/vanilla";
import { notify } from "../../../components/toast.tsx";
import { queryClient } from "../../../trpc.ts";
import { textQuery } from "../../case/case-query.ts";
import type { CaseContext } from "../../case/use-case.ts";
import type { Span } from "../model/place.ts";
import type { BenchStore, DiscussedAt } from "./bench-store.ts";
import type { PaneRegistry } from "./pane-registry.ts";

interface FollowInput {
  caseId: string;
  cases: StoreApi<CaseContext>;
  store: BenchStore;
  panes: PaneRegistry;
}

/** What the reader had before them when a revision came. */
interface Held {
  old: RevisionText;
  selection: Span | null;
  inView: { span: Span; below: number }[];
  hadFocus: boolean;
}

interface Carrying extends Held {
  /** The revision it is carried to. */
  to: string;
  isDone: boolean;
  done: Promise<DiscussedAt | null>;
}

/**
 * A new revision of a source that is being read: the place, the selected words and the words under discussion are
 * carried to where they stand in it, and what was held by its offsets in the old text is let go of at once. A key that
 * is pressed meanwhile finds nothing selected, never other words than were chosen (X4). Until the returned function is
 * called.
 */
export function followRevisions(input: FollowInput): () => void {
  const carryings = new Map<string, Carrying>();
  return input.cases.subscribe((now, before) => {
    if (now.view.sources === before.view.sources) return;
    for (const source of now.view.sources) {
      const was = before.sourceById(source.id);
      if (was === undefined || was.revision.id === source.revision.id) continue;
      follow(input, carryings, source, before.texts(source.id));
    }
  });
}

function follow(input: FollowInput, carryings: Map<string, Carrying>, source: SourceView, known: RevisionText | undefined): void {
  const { store, panes } = input;
  const last = carryings.get(source.id);
  const selected = store.getState().selection?.sourceId === source.id;
  // A second revision on the heels of the first: what the reader had is what stood in the one before both.
  const isAmid = last !== undefined && (!last.isDone || panes.get(source.id)?.revisionId === last.old.id);
  const held = isAmid && !selected ? last : hold(input, source, known);
  const { edges } = store.getState();
  store.setState({ ...(selected ? { selection: null } : {}), ...(edges?.sourceId === source.id ? { edges: null } : {}) });
  if (edges?.sourceId === source.id) {
    refuse(`${sourceName(source)} has a new revision. The edges were not moved: press B to move them where they stand now.`);
  }
  if (held === null) return;
  const carrying: Carrying = { ...held, to: source.revision.id, isDone: false, done: Promise.resolve(null) };
  carrying.done = carryOver(input, carryings, source, carrying);
  carryings.set(source.id, carrying);
  const { dialog } = store.getState();
  if (dialog?.kind === "discuss" && dialog.revisionId === held.old.id) store.setState({ dialog: { ...dialog, carried: carrying.done } });
}

function hold({ store, panes }: FollowInput, { id }: SourceView, old: RevisionText | undefined): Held | null {
  if (old === undefined) return null;
  const { selection } = store.getState();
  const pane = panes.get(id);
  const shown = pane?.revisionId === old.id ? pane : null;
  return {
    old,
    selection: selection?.sourceId === id ? selection : null,
    inView: shown === null ? [] : blocksInView(shown, old),
    hadFocus: shown?.scrollElement?.contains(document.activeElement) === true,
  };
}

/** Where the words under discussion stand now; null where they do not. */
async function carryOver(
  { caseId, store, panes }: FollowInput,
  carryings: Map<string, Carrying>,
  source: SourceView,
  carrying: Carrying,
): Promise<DiscussedAt | null> {
  const [next, { carrySpans }] = await Promise.all([
    queryClient.fetchQuery(textQuery(caseId, source)).catch(() => null),
    import("../../revision/carry-spans.ts"),
  ]);
  const newest = carryings.get(source.id);
  if (newest !== undefined && newest !== carrying) return newest.done;
  carrying.isDone = true;
  if (next === null) return null;
  const { old, selection, inView, hadFocus } = carrying;
  const { dialog } = store.getState();
  const discussed = dialog?.kind === "discuss" && dialog.revisionId === old.id ? dialog : null;
  const asked: (Span | null)[] = [selection, discussed, ...inView.map(({ span }) => span)];
  const [words, talk, ...blocks] = carrySpans(old.text, next.text, asked);
  const at = blocks.findIndex((span) => span !== null);
  const top = at < 0 ? null : { span: blocks[at] as Span, below: inView[at]?.below ?? 0 };
  if (inView.length > 0) panes.carry(source.id, { revisionId: next.id, selection: words ?? null, top, hadFocus });
  if (selection !== null && !words) {
    refuse(`${sourceName(source)} has a new revision, in which the words you had selected do not stand as they did. Select them again.`);
  }
  if (discussed === null || !talk) return null;
  const moved = { ...talk, revisionId: next.id };
  store.setState({ dialog: { ...discussed, ...moved } });
  return moved;
}

function refuse(text: string): void {
  notify({ text, tone: "refusal" });
}

/** Enough that one of them stands in the next revision too. */
const MOST_BLOCKS = 12;
const FIRST_WORDS = 160;

/** The paragraphs from the upper edge of the view down, by their first words. */
function blocksInView({ scrollElement }: SourceTextApi, { blocks }: RevisionText): { span: Span; below: number }[] {
  const view = scrollElement?.getBoundingClientRect();
  const found: { span: Span; below: number }[] = [];
  for (const element of scrollElement?.querySelectorAll<HTMLElement>("[data-block]") ?? []) {
    const { top, bottom } = element.getBoundingClientRect();
    const block = blocks[Number(element.dataset.block)];
    if (view === undefined || block === undefined || bottom <= view.top) continue;
    if (found.length >= MOST_BLOCKS) break;
    const { start, end } = block;
    found.push({ span: { start, end: Math.min(end, start + FIRST_WORDS) }, below: top - view.top });
  }
  return found;
}
