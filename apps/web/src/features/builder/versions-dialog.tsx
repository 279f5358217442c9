import type { ReportDocument } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { TimeAgo } from "../../components/time-ago.tsx";
import { WordDiff } from "../../components/word-diff-text.tsx";
import { trpc } from "../../trpc.ts";
import { useCase } from "../case/use-case.ts";
import { documentWords } from "./model/document-words.ts";

interface VersionsDialogProps {
  document: ReportDocument;
  onRestore: (document: ReportDocument) => void;
  onClose: () => void;
}

/** Every state of the report that was stored, compared with the present one; any of them can be put back. */
export function VersionsDialog({ document, onRestore, onClose }: VersionsDialogProps) {
  const { caseId, personById } = useCase();
  const [chosen, setChosen] = useState<number | null>(null);
  const { data } = useQuery({ ...trpc.document.versions.queryOptions({ caseId }), staleTime: 0 });
  const versions = data?.versions ?? [];
  const version = chosen ?? versions[0]?.version ?? null;
  const shown = useQuery({
    ...trpc.document.version.queryOptions({ caseId, version: version ?? 1 }),
    enabled: version !== null,
    staleTime: Infinity,
  });
  const state = shown.data ?? null;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      shape="wide"
      title="Stored versions"
      description="What differs from the report as it is now is marked. Putting one back can be undone."
      footer={
        <Button
          variant="primary"
          disabledReason={state === null ? "Nothing was stored yet." : null}
          onClick={() => (state === null ? undefined : onRestore(state.document))}
        >
          {state === null ? "Put it back" : `Put version ${state.version} back`}
        </Button>
      }
    >
      <div className="builder-versions">
        <ul aria-label="Versions">
          {versions.map((one) => (
            <li key={one.version}>
              <button
                type="button"
                className="builder-version"
                aria-pressed={one.version === version}
                onClick={() => setChosen(one.version)}
              >
                <b>{one.version}</b> {personById(one.authorId)?.name ?? "a former member"}{" "}
                <span className="micro">
                  <TimeAgo iso={one.at} />
                </span>
              </button>
            </li>
          ))}
        </ul>
        <p className="builder-version-text" tabIndex={0} role="region" aria-label="Words of this version">
          {state === null ? (
            "Nothing was stored yet: the report is as every case begins."
          ) : (
            <WordDiff before={documentWords(document)} after={documentWords(state.document)} show="after" />
          )}
        </p>
      </div>
    </Dialog>
  );
}
