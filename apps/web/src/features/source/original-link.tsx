import type { SourceView } from "@assay/domain";
import { sourceName } from "@assay/domain";
import { Download } from "lucide-react";
import { useCaseOf } from "../case/use-case.ts";

/** The file of a source, byte for byte. */
export function OriginalLink({ source }: { source: SourceView }) {
  const caseId = useCaseOf((one) => one.caseId);
  return (
    <a
      className="btn-icon"
      href={`/api/cases/${caseId}/sources/${source.id}/original`}
      download
      aria-label={`Original of ${sourceName(source)}, as received`}
      title="Original, as received"
    >
      <Download className="icon" aria-hidden />
    </a>
  );
}
