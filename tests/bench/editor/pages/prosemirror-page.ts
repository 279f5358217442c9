import { firstBlockEndingAfter, type HighlightMark } from "@assay/editor";
import { Schema } from "prosemirror-model";
import { EditorState, Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet, EditorView } from "prosemirror-view";
import type { BenchSource } from "../corpus.ts";
import { offerPeer } from "./peer.ts";

const schema = new Schema({
  nodes: { doc: { content: "p+" }, p: { content: "text*", toDOM: () => ["p", 0] }, text: {} },
});

interface Marked {
  all: DecorationSet;
  hidden: boolean;
}

const marked = new PluginKey<Marked>("marked");

/** An editor of the same text; marks are inline decorations, kept by a plugin as ProseMirror's guide does it. */
offerPeer((source, root) => {
  const scroller = document.createElement("div");
  scroller.className = "bench-scroll";
  root.append(scroller);
  const { doc, starts } = documentOf(source);
  const decorate = ({ start, end, stance }: HighlightMark): Decoration => {
    const block = firstBlockEndingAfter(source.blocks, start);
    const shift = starts[block]! - source.blocks[block]!.start;
    return Decoration.inline(start + shift, end + shift, { class: `bench-${stance}` });
  };
  const plugin = new Plugin<Marked>({
    key: marked,
    state: {
      init: () => ({ all: DecorationSet.create(doc, source.marks.map(decorate)), hidden: false }),
      apply: (transaction, before) => {
        const all = before.all.map(transaction.mapping, transaction.doc);
        const change = transaction.getMeta(marked) as { add?: Decoration; hidden?: boolean } | undefined;
        return {
          all: change?.add === undefined ? all : all.add(transaction.doc, [change.add]),
          hidden: change?.hidden ?? before.hidden,
        };
      },
    },
    props: {
      decorations: (state) => {
        const value = marked.getState(state);
        return value === undefined || value.hidden ? DecorationSet.empty : value.all;
      },
    },
  });
  const view = new EditorView({ mount: sheetIn(scroller) }, { state: EditorState.create({ doc, plugins: [plugin] }) });
  const tell = (change: { add?: Decoration; hidden?: boolean }): void => view.dispatch(view.state.tr.setMeta(marked, change));
  return {
    add: (mark) => tell({ add: decorate(mark) }),
    hide: () => tell({ hidden: true }),
    show: () => tell({ hidden: false }),
    unmount: () => view.destroy(),
  };
});

function sheetIn(scroller: HTMLElement): HTMLElement {
  const sheet = document.createElement("div");
  sheet.className = "bench-sheet ProseMirror";
  scroller.append(sheet);
  return sheet;
}

/** The document, and ProseMirror's position of the first letter of each block. */
function documentOf({ text, blocks }: BenchSource) {
  const starts: number[] = [];
  let position = 1;
  const paragraphs = blocks.map(({ start, end }) => {
    starts.push(position);
    position += end - start + 2;
    return schema.node("p", null, [schema.text(text.slice(start, end))]);
  });
  return { doc: schema.node("doc", null, paragraphs), starts };
}
