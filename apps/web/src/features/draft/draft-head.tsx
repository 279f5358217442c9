import { sourceName } from "@assay/domain";
import type { SourceView } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { Button } from "../../components/button.tsx";
import { TimeAgo } from "../../components/time-ago.tsx";
import { useCase } from "../case/use-case.ts";
import type { Autosave } from "./use-autosave.ts";

interface DraftHeadProps {
  source: SourceView;
  autosave: Autosave;
  onSave: () => void;
  onDiscard: () => void;
}

export function DraftHead({ source, autosave, onSave, onDiscard }: DraftHeadProps) {
  const { caseId } = useCase();
  const { keptAt } = autosave;
  return (
    <header className="draft-head">
      <h1>{sourceName(source)}</h1>
      <p className="meta draft-kept" role="status">
        draft · {keptAt === null ? `as in revision ${source.revision.number}` : <Kept at={keptAt} autosave={autosave} />}
      </p>
      <span className="grow" />
      <Link className="link" to="/c/$caseId" params={{ caseId }} search={{ source: source.number }}>
        To the workbench
      </Link>
      {keptAt === null ? null : <Button onClick={onDiscard}>Give up</Button>}
      <Button variant="primary" kbd="mod+s" onClick={onSave}>
        Save as revision
      </Button>
    </header>
  );
}

function Kept({ at, autosave }: { at: string; autosave: Autosave }) {
  if (!autosave.lasting) return "this browser keeps it only while the page is open";
  return (
    <>
      kept on this device <TimeAgo iso={at} />
    </>
  );
}
