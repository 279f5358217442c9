import { textBetween } from "@assay/editor";
import type { DraftAnchor } from "@assay/editor";
import type { DraftEditor } from "@assay/editor/react";
import { memo } from "react";
import { StanceGlyph } from "../../components/stance.tsx";
import { WordDiff } from "../../components/word-diff-text.tsx";
import { counted } from "../source/source-words.ts";
import type { DraftPassage } from "./model/draft-passages.ts";

interface DraftPassagesProps {
  passages: readonly DraftPassage[];
  anchors: readonly DraftAnchor[];
  editor: DraftEditor;
  onShow: (id: string, claimId: string) => void;
}

/** More than anybody reads; those that need eyes come first. */
const MOST = 100;

const ORDER = { changed: 0, gone: 1, kept: 2, unread: 3 } as const;

/** What the tags rest on, and whether it still says so. */
export const DraftPassages = memo(function DraftPassages({ passages, anchors, editor, onShow }: DraftPassagesProps) {
  const byId = new Map(anchors.map((anchor) => [anchor.id, anchor]));
  const listed = passages
    .flatMap((passage) => {
      const anchor = byId.get(passage.id);
      return anchor === undefined ? [] : [{ passage, anchor }];
    })
    .toSorted((a, b) => ORDER[a.anchor.state] - ORDER[b.anchor.state]);
  const changed = listed.filter(({ anchor }) => anchor.state === "changed").length;
  const gone = listed.filter(({ anchor }) => anchor.state === "gone").length;
  return (
    <aside className="draft-side" aria-label="Tagged passages">
      <h2 className="h">Tagged passages</h2>
      <p className="meta" role="status">
        {listed.length === 0 ? "Nothing in this draft is tagged yet." : summary(listed.length, changed, gone)}
      </p>
      <ul>
        {listed.slice(0, MOST).map(({ passage, anchor }) => (
          <li key={passage.id}>
            <Row passage={passage} anchor={anchor} editor={editor} onShow={onShow} />
          </li>
        ))}
      </ul>
      {listed.length > MOST ? <p className="meta">and {listed.length - MOST} more</p> : null}
    </aside>
  );
});

function summary(all: number, changed: number, gone: number): string {
  if (changed + gone === 0) return all === 1 ? "It stands in its words." : `All ${all} stand in their words.`;
  const said = [changed > 0 ? `${counted(changed, "passage")} in other words` : "", gone > 0 ? `${counted(gone, "passage")} taken out` : ""];
  return `${said.filter((part) => part !== "").join(", ")}. Their tags become stale when this is saved.`;
}

const WORDS = { kept: "", unread: "", changed: "other words", gone: "taken out" } as const;

function Row({ passage, anchor, editor, onShow }: { passage: DraftPassage; anchor: DraftAnchor } & Pick<DraftPassagesProps, "editor" | "onShow">) {
  const { tag, label } = passage;
  const { state, exact, start, end } = anchor;
  const said = WORDS[state];
  return (
    <button type="button" className={`draft-passage draft-${state}`} title="Show it in the draft" onClick={() => onShow(passage.id, tag.claimId)}>
      <span className="draft-passagehead">
        <StanceGlyph stance={tag.stance} title={tag.stance} /> <b>{label}</b>
        {said === "" ? null : <em>{said}</em>}
      </span>
      <span className="draft-words">
        {state === "changed" ? <WordDiff before={exact} after={textBetween(editor.children, start, end)} /> : exact}
      </span>
    </button>
  );
}
