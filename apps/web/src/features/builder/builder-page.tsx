import "./builder.css";
import "./builder-text.css";
import type { BlockAudience, ReportBlock, ReportDocument, StoredDocumentView, TemplateBlock } from "@assay/domain";
import { documentFrom } from "@assay/domain";
import { History } from "lucide-react";
import { useState } from "react";
import { ReactEditor } from "slate-react";
import { Button } from "../../components/button.tsx";
import { Segmented } from "../../components/choice.tsx";
import { useKeys } from "../../components/keys.ts";
import { TimeAgo } from "../../components/time-ago.tsx";
import { notify } from "../../components/toast.tsx";
import { newId } from "../../trpc.ts";
import { ConflictDialog } from "../case/conflict-dialog.tsx";
import { useCase } from "../case/use-case.ts";
import { ReportTabs } from "../report/report-tabs.tsx";
import { useDocumentTitle } from "../shell/use-document-title.ts";
import { BuilderPreview } from "./builder-preview.tsx";
import { EDITOR_KEYS } from "./editor-keys.ts";
import { leftDocuments, reportPlace } from "./kept-documents.ts";
import type { LeftDocument } from "./kept-documents.ts";
import { replaceBlocks, takeBlocks } from "./model/block-edits.ts";
import { documentWords } from "./model/document-words.ts";
import type { PreviewLook } from "./model/preview-page.ts";
import { blocksOf, createReportEditor } from "./model/report-editor.ts";
import { ReportPane } from "./report-pane.tsx";
import { SaveNote } from "./save-note.tsx";
import { TemplateMenu } from "./template-menu.tsx";
import { VersionsDialog } from "./versions-dialog.tsx";
import { useReportDocument, useStoredDocument } from "./use-report-document.ts";

/** The desk's own report: what is written on the left, the page as it will be read on the right. */
export function BuilderPage() {
  const { caseId, view, me } = useCase();
  useDocumentTitle(`Build the report, ${view.title}`);
  const stored = useStoredDocument();
  const find = (wanted: string | null) => {
    const all = leftDocuments(reportPlace(me.id, caseId));
    const left = all.find(({ place }) => place === wanted) ?? all[0] ?? null;
    return { left, others: all.filter((one) => one !== left) };
  };
  // Asked for another of the texts that are kept, the page begins anew with it.
  const [found, setFound] = useState(() => ({ ...find(null), round: 0 }));
  return (
    <div className="builder-page">
      <ReportTabs />
      {stored === undefined ? (
        <div className="builder" aria-busy />
      ) : (
        <Builder
          key={found.round}
          stored={stored}
          left={found.left}
          others={found.others}
          onOpen={(place) => setFound({ ...find(place), round: found.round + 1 })}
        />
      )}
    </div>
  );
}

interface BuilderProps {
  stored: StoredDocumentView;
  left: LeftDocument | null;
  /** Further texts of this report that are kept on this device. */
  others: readonly LeftDocument[];
  onOpen: (place: string) => void;
}

const NARROW = [
  { value: "write", label: "Write" },
  { value: "preview", label: "Preview" },
] as const;

function Builder({ stored, left, others, onOpen }: BuilderProps) {
  const { view, can, personById } = useCase();
  const [said, setSaid] = useState("");
  const nameOf = (userId: string | null) => personById(userId ?? "")?.name ?? "Somebody";
  const [looking, setLooking] = useState(false);
  const [look, setLook] = useState<PreviewLook>("page");
  const [audience, setAudience] = useState<BlockAudience>("public");
  const [side, setSide] = useState<"write" | "preview">("write");
  const held = useReportDocument(stored, left, (theirs, given) => {
    // What was given up is a step that can be undone.
    (given ? replaceBlocks : takeBlocks)(editor, theirs.blocks);
    setSaid(`${nameOf(stored.updatedBy)} changed the report.`);
  });
  const { document, state } = held;
  const [editor] = useState(() => createReportEditor(document.blocks, newId));
  /** The version over which the decision was put off: the dialog stays shut until asked for. */
  const [putOff, setPutOff] = useState<number | null>(null);
  const mayEdit = can("edit_report");
  useKeys(
    "Report",
    EDITOR_KEYS.map(({ key, label }) => ({ key, label, run: () => undefined, elsewhere: true })),
  );
  const write = (blocks: ReportBlock[]) => held.change({ blocks });
  const apply = (name: string, blocks: readonly TemplateBlock[]) => {
    replaceBlocks(editor, documentFrom(blocks, document.title, newId).blocks);
    notify({ text: `The report is laid out as “${name}”.`, action: { label: "Undo", run: () => editor.undo() } });
  };
  const restore = (earlier: ReportDocument) => {
    setLooking(false);
    replaceBlocks(editor, earlier.blocks);
    held.change({ title: earlier.title, blocks: blocksOf(editor) });
  };
  const giveWay = (version: number) => {
    const mine = document;
    held.takeTheirs();
    notify({ text: `Version ${version} stands.`, action: { label: "Put mine back", run: () => restore(mine) } });
  };
  const isEmptyCase = view.claims.every(({ withdrawn }) => withdrawn) || view.sources.length === 0;
  const title = (
    <textarea
      className="builder-title"
      aria-label="Title of the report"
      placeholder="Title of the report"
      rows={1}
      maxLength={300}
      readOnly={!mayEdit}
      value={document.title}
      onKeyDown={(event) => (event.key === "Enter" ? (event.preventDefault(), ReactEditor.focus(editor)) : undefined)}
      onChange={(event) => held.change({ title: oneLine(event.target.value), blocks: blocksOf(editor) })}
    />
  );
  const conflict = state.is === "conflict" ? state.current : null;
  return (
    <div className="builder" data-side={side}>
      <section className="builder-write" aria-label="Report builder">
        <div className="builder-bar">
          <SaveNote state={state} />
          {conflict === null || putOff === null ? null : (
            <Button variant="primary" onClick={() => setPutOff(null)}>
              Decide
            </Button>
          )}
          <span className="grow" />
          {mayEdit ? (
            <>
              <Button icon={<History className="icon" aria-hidden />} onClick={() => setLooking(true)}>
                Versions
              </Button>
              <TemplateMenu document={document} onApply={apply} />
            </>
          ) : null}
        </div>
        {others.map(({ place, at }) => (
          <p key={place} className="builder-other" role="status">
            <span>
              Another text of this report is kept on this device, written in another window
              {at === null ? null : <> <TimeAgo iso={at} /></>}.
            </span>
            <Button onClick={() => onOpen(place)}>Open that text</Button>
          </p>
        ))}
        {isEmptyCase ? (
          <p className="builder-empty">
            {view.sources.length === 0 ? "Add sources first" : "Mark claims in the workbench first"}: blocks fill
            themselves from the case as the desk works. Prose can be written at any time.
          </p>
        ) : null}
        <ReportPane editor={editor} readOnly={!mayEdit} head={title} onChange={write} onSay={setSaid} />
        <p className="vh" role="status">
          {said}
        </p>
      </section>
      <BuilderPreview document={document} look={look} audience={audience} onLook={setLook} onAudience={setAudience} />
      <Segmented className="builder-sides" label="Side" value={side} options={NARROW} onChange={setSide} />
      {looking ? (
        <VersionsDialog document={document} onClose={() => setLooking(false)} onRestore={restore} />
      ) : null}
      {conflict === null ? null : (
        <ConflictDialog
          open={putOff !== conflict.version}
          title={`${nameOf(conflict.updatedBy)} changed the report while you were writing`}
          description="If yours is saved, the other stays among the stored versions. If theirs is kept, yours comes back by undo while this page is open."
          theirs={{ heading: `Version ${conflict.version}, stored`, text: documentWords(conflict.document) }}
          yours={{ heading: "Yours", text: documentWords(document) }}
          onKeepTheirs={() => giveWay(conflict.version)}
          onSaveMine={held.keepMine}
          onClose={() => setPutOff(conflict.version)}
        />
      )}
    </div>
  );
}

function oneLine(typed: string): string {
  return typed.replace(/[\r\n]+/g, " ");
}
