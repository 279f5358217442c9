import { compareTexts, sourceName } from "@assay/domain";
import type { RevisionView, SourceView } from "@assay/domain";
import { useMemo } from "react";
import { Dialog } from "../../components/dialog.tsx";
import { useSourceText } from "../case/use-case.ts";
import { TextChanges } from "./text-changes.tsx";

interface ChangesDialogProps {
  source: SourceView;
  older: RevisionView;
  olderText: string;
  onClose: () => void;
}

/** An older revision beside the newest, word by word. */
export function ChangesDialog({ source, older, olderText, onClose }: ChangesDialogProps) {
  const newest = useSourceText(source.id).data?.text;
  const comparison = useMemo(() => (newest === undefined ? null : compareTexts(olderText, newest)), [olderText, newest]);
  const title = `Revision ${older.number} → ${source.revision.number} of ${sourceName(source)}`;
  return (
    <Dialog open onOpenChange={onClose} title={title} shape="wide">
      {comparison === null ? <p className="meta">Opening the text</p> : <TextChanges comparison={comparison} />}
    </Dialog>
  );
}
