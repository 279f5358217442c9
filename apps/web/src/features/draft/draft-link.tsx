import { sourceName } from "@assay/domain";
import type { SourceView } from "@assay/domain";
import { Link, useNavigate } from "@tanstack/react-router";
import { PenLine } from "lucide-react";
import { useKeys } from "../../components/keys.ts";
import { Tooltip } from "../../components/tooltip.tsx";
import { useCaseOf } from "../case/use-case.ts";

/** The way to where a draft is written; nothing beside any other source. */
export function DraftLink({ source, kbd }: { source: SourceView; kbd?: string }) {
  const caseId = useCaseOf((one) => one.caseId);
  const mayWrite = useCaseOf(({ can }) => can("add_source"));
  if (source.kind !== "draft" || !mayWrite) return null;
  const label = `Write on ${sourceName(source)}`;
  return (
    <Tooltip text={label} {...(kbd === undefined ? {} : { kbd })}>
      <Link
        className="btn-icon btn-icon-small"
        to="/c/$caseId/draft/$number"
        params={{ caseId, number: String(source.number) }}
        aria-label={label}
      >
        <PenLine className="icon" aria-hidden />
      </Link>
    </Tooltip>
  );
}

/** The same by a key, for the source in focus. */
export function useDraftKey(scope: string, sourceId: string | null): void {
  const caseId = useCaseOf((one) => one.caseId);
  const mayWrite = useCaseOf(({ can }) => can("add_source"));
  const navigate = useNavigate();
  const source = useCaseOf(({ sourceById }) => (sourceId === null ? undefined : sourceById(sourceId)));
  const when = source?.kind === "draft" && mayWrite;
  const run = () => void navigate({ to: "/c/$caseId/draft/$number", params: { caseId, number: String(source?.number) } });
  useKeys(scope, [{ key: "shift+e", label: "Write on the draft in focus", when, run }]);
}
