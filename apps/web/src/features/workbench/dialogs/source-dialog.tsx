import { sourceName } from "@assay/domain";
import type { SourceView } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { Dialog } from "../../../components/dialog.tsx";
import { printedDate } from "../../../components/format-time.ts";
import { useCase } from "../../case/use-case.ts";
import { countWords } from "../model/count-words.ts";
import { originalPath } from "../model/place.ts";

/** What is known of a source, in full; it is edited on the sources page. */
export function SourceDialog({ source, onClose }: { source: SourceView; onClose: () => void }) {
  const { caseId, texts } = useCase();
  const { revision } = source;
  const date = (entered: string | null) => (entered === null ? "" : printedDate(entered, new Date()));
  const words = countWords(texts(source.id)?.text ?? "", source.language);
  const rows: [string, string][] = [
    ["Publisher", source.publisher],
    ["Author", source.author],
    ["Kind", source.kind],
    ["Published", date(source.publishedAt)],
    ["Retrieved", date(source.retrievedAt)],
    ["Language", source.language],
    ["Independence group", source.independenceGroup],
    ["Revision", `r${revision.number}, ${revision.completeness}, ${words} words, ${revision.length} characters`],
    ["File", revision.originalName ?? ""],
  ];
  return (
    <Dialog open onOpenChange={onClose} title={sourceName(source)} description={source.title}>
      <dl className="bench-facts">
        {rows.map(([term, value]) =>
          value === "" ? null : (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
        {/^https?:\/\//i.test(source.url) ? (
          <div>
            <dt>Address</dt>
            <dd>
              <a className="link" href={source.url} target="_blank" rel="noreferrer noopener">
                {source.url}
              </a>
            </dd>
          </div>
        ) : null}
        <div>
          <dt>sha256</dt>
          <dd className="mono">{revision.sha256}</dd>
        </div>
      </dl>
      <p className="bench-dialogfoot">
        <a className="link" href={originalPath(caseId, source.id)} target="_blank" rel="noreferrer">
          The original as received
        </a>
        <Link className="link" to="/c/$caseId/sources" params={{ caseId }}>
          Edit on the sources page
        </Link>
      </p>
    </Dialog>
  );
}
