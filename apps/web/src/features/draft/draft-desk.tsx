import { sourceName } from "@assay/domain";
import type { RevisionText, SourceView } from "@assay/domain";
import { anchorsOf } from "@assay/editor";
import type { DraftAnchor } from "@assay/editor";
import { DraftText, focusDraft, selectAnchor } from "@assay/editor/react";
import type { DraftMark } from "@assay/editor/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "../../components/button.tsx";
import { TimeAgo } from "../../components/time-ago.tsx";
import { notify } from "../../components/toast.tsx";
import { useCase } from "../case/use-case.ts";
import { DiscardDialog } from "./discard-dialog.tsx";
import { DraftHead } from "./draft-head.tsx";
import { DraftPassages } from "./draft-passages.tsx";
import type { KeptDraft } from "./draft-store.ts";
import { DraftToolbar } from "./draft-toolbar.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { passagesOf } from "./model/draft-passages.ts";
import { followSaved, openSession, rebase, takePassages } from "./model/draft-session.ts";
import { SaveDialog } from "./save-dialog.tsx";
import type { SentDraft } from "./save-dialog.tsx";
import { useAutosave } from "./use-autosave.ts";
import { useDraftKeys } from "./use-draft-keys.ts";

interface DraftDeskProps {
  source: SourceView;
  stored: RevisionText;
  kept: KeptDraft | null;
  /** Further texts of this draft that are kept on this device. */
  others: readonly KeptDraft[];
  onOpen: (place: string) => void;
  /** The draft is in a revision, or given up. */
  onClosed: () => void;
}

/** How long typing pauses before the list of passages is drawn again. */
const LIST_PAUSE_MS = 250;

type Dialog = "save" | "link" | "discard" | null;

export function DraftDesk({ source, stored, kept, others, onOpen, onClosed }: DraftDeskProps) {
  const { view } = useCase();
  const passages = useMemo(() => passagesOf(view, source.id), [view, source.id]);
  const [session] = useState(() => openSession(stored, kept, passages));
  const { editor } = session;
  const autosave = useAutosave(session, source.id);
  const [dialog, setDialog] = useState<Dialog>(null);
  const [chosenClaimId, setChosen] = useState<string | null>(null);
  const [anchors, setAnchors] = useState<readonly DraftAnchor[]>(() => anchorsOf(editor));
  // The toolbar shows what holds at the caret.
  const [, setMoves] = useState(0);
  const isBehind = !session.isSaving && (session.isBehind || stored.id !== session.base.id);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const marks = useMemo(
    () => new Map(passages.map(({ id, tag }): [string, DraftMark] => [id, { stance: tag.stance, claimId: tag.claimId }])),
    [passages],
  );
  useEffect(() => {
    takePassages(session, passages);
    setAnchors(anchorsOf(editor));
  }, [session, editor, passages]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const onChange = ({ words }: { words: boolean }) => {
    setMoves((moves) => moves + 1);
    if (!words) return;
    autosave.touch();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchors(anchorsOf(editor)), LIST_PAUSE_MS);
  };
  const toWriting = () => {
    // After the dialog has given the focus back.
    setTimeout(() => focusDraft(editor), 0);
  };
  const show = (id: string, claimId: string) => {
    setChosen(claimId);
    // Where it is now: the list is drawn a moment after the typing.
    const anchor = anchorsOf(editor).find((one) => one.id === id);
    if (anchor !== undefined) selectAnchor(editor, anchor);
  };
  const follow = () => {
    rebase(session, stored, passages);
    setAnchors(anchorsOf(editor));
    autosave.touch();
    setDialog("save");
  };
  const onSaved = async (sent: SentDraft, revision: { id: string; number: number }) => {
    notify({ text: `Saved as revision ${revision.number} of ${sourceName(source)}.` });
    if (editor.children === sent.value) {
      await autosave.drop();
      onClosed();
      return;
    }
    // Written on while it was on its way, without a network for a long time: the rest follows that revision.
    followSaved(session, sent.draft, revision.id);
    autosave.touch();
    setDialog(null);
  };
  useDraftKeys(editor, { save: () => setDialog("save"), link: () => setDialog("link") });

  return (
    <div className="draft">
      <DraftHead source={source} autosave={autosave} onSave={() => setDialog("save")} onDiscard={() => setDialog("discard")} />
      <DraftToolbar editor={editor} onLink={() => setDialog("link")} />
      {isBehind ? (
        <p className="draft-notice" role="status">
          Revision {source.revision.number} was stored while this draft was written on an older one. Both are kept.
          <Button onClick={follow}>Compare with revision {source.revision.number}</Button>
        </p>
      ) : null}
      {others.map(({ place, at }) => (
        <p key={place} className="draft-notice" role="status">
          <span>
            Another text of this draft is kept on this device, written in another window <TimeAgo iso={at} />.
          </span>
          <Button onClick={() => onOpen(place)}>Open that text</Button>
        </p>
      ))}
      <div className="draft-paper">
        <DraftText
          editor={editor}
          value={session.value}
          marks={marks}
          chosenClaimId={chosenClaimId}
          anchors={anchors}
          label={`Draft: ${sourceName(source)}`}
          lang={source.language}
          onChange={onChange}
        />
      </div>
      <DraftPassages passages={passages} anchors={anchors} editor={editor} onShow={show} />
      {dialog === "save" ? (
        <SaveDialog
          source={source}
          session={session}
          isBehind={isBehind}
          onClose={() => {
            setDialog(null);
            toWriting();
          }}
          onSaved={onSaved}
        />
      ) : null}
      {dialog === "link" ? (
        <LinkDialog
          editor={editor}
          onClose={() => {
            setDialog(null);
            toWriting();
          }}
        />
      ) : null}
      {dialog === "discard" ? (
        <DiscardDialog
          number={source.revision.number}
          onClose={() => setDialog(null)}
          onDiscard={async () => {
            await autosave.drop();
            onClosed();
          }}
        />
      ) : null}
    </div>
  );
}
