import type { RevisionText, SourceView } from "@assay/domain";
import { sourceName } from "@assay/domain";
import type { SourceTextApi } from "@assay/editor/react";
import type { StoreApi } from "zustand/vanilla";
import { notify } from "../../../components/toast.tsx";
import { queryClient } from "../../../trpc.ts";
import { textQuery } from "../../case/case-query.ts";
import type { CaseContext } from "../../case/use-case.ts";
import type { Span } from "../model/place.ts";
import type { BenchStore } from "./bench-store.ts";
import type { PaneRegistry } from "./pane-registry.ts";

interface FollowInput {
  caseId: string;
  cases: StoreApi<CaseContext>;
  store: BenchStore;
  panes: PaneRegistry;
}

/**
 * A new revision of a source that is being read: the place, the selected words and the words under discussion are
 * carried to where they stand in it, and what was held by its offsets in the old text is let go of at once. A key that
 * is pressed meanwhile finds nothing selected, never other words than were chosen (X4). Until the returned function is
 * called.
 */
export function followRevisions(input: FollowInput): () => void {
  return input.cases.subscribe((now, before) => {
    if (now.view.sources === before.view.sources) return;
    for (const source of now.view.sources) {
      const was = before.sourceById(source.id);
      if (was === undefined || was.revision.id === source.revision.id) continue;
      void carryOver(input, source, before.texts(source.id));
    }
  });
}

async function carryOver({ caseId, store, panes }: FollowInput, source: SourceView, old: RevisionText | undefined): Promise<void> {
  const held = store.getState();
  const selection = held.selection?.sourceId === source.id ? held.selection : null;
  const isMoving = held.edges?.sourceId === source.id;
  const pane = panes.get(source.id);
  const shown = old === undefined || pane?.revisionId !== old.id ? null : pane;
  const inView = shown === null || old === undefined ? [] : blocksInView(shown, old);
  const hadFocus = shown?.scrollElement?.contains(document.activeElement) === true;
  store.setState({ ...(selection === null ? {} : { selection: null }), ...(isMoving ? { edges: null } : {}) });
  if (old === undefined) return;
  const name = sourceName(source);
  const tell = (text: string) => notify({ text, tone: "refusal" });
  if (isMoving) tell(`${name} has a new revision. The edges were not moved: press B to move them where they stand now.`);

  const [next, { carrySpans }] = await Promise.all([
    queryClient.fetchQuery(textQuery(caseId, source)).catch(() => null),
    import("../../revision/carry-spans.ts"),
  ]);
  if (next === null) return;
  const { dialog } = store.getState();
  const discussed = dialog?.kind === "discuss" && dialog.revisionId === old.id ? dialog : null;
  const asked: (Span | null)[] = [selection, discussed, ...inView.map(({ span }) => span)];
  const [words, talk, ...blocks] = carrySpans(old.text, next.text, asked);
  const at = blocks.findIndex((span) => span !== null);
  const top = at < 0 ? null : { span: blocks[at] as Span, below: inView[at]?.below ?? 0 };
  if (shown !== null) panes.carry(source.id, { revisionId: next.id, selection: words ?? null, top, hadFocus });
  if (discussed !== null && talk) {
    store.setState({ dialog: { ...discussed, ...talk, revisionId: next.id } });
  }
  if (selection !== null && !words) {
    tell(`${name} has a new revision, in which the words you had selected do not stand as they did. Select them again.`);
  }
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
