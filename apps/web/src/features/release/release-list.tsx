import type { ReleaseView } from "@assay/domain";
import { claimLabel } from "@assay/domain";
import { TimeAgo } from "../../components/time-ago.tsx";
import { useCase } from "../case/use-case.ts";
import { hashGroups } from "../report/model/byte-size.ts";
import { FORMAT_WORDS } from "../report/report-files.tsx";
import { REPORT_FORMATS } from "../report/model/report-search.ts";

/** What is out, newest first: who signed it, how to verify it, and its files. */
export function ReleaseList() {
  const { view } = useCase();
  return (
    <ol className="releases" aria-label="Releases">
      {view.releases.toReversed().map((release) => (
        <ReleaseEntry key={release.id} release={release} />
      ))}
    </ol>
  );
}

function ReleaseEntry({ release }: { release: ReleaseView }) {
  const { caseId, view, personById, claimById } = useCase();
  const { number, signatures } = release;
  const corrections = view.corrections.filter(({ madeRelease, withdrawn }) => madeRelease === number && !withdrawn);
  const by = personById(release.releasedBy)?.name ?? "A former member";
  const signers = listed(signatures.map(({ name }) => name));
  return (
    <li>
      <h3>
        <span className="release-number">Release {number}</span> {release.title}
      </h3>
      <p className="meta">
        {by}, <TimeAgo iso={release.createdAt} />
        {signatures.length === 0 ? ". Nobody had to sign it." : `. Signed off by ${signers}.`}
      </p>
      {corrections.length === 0 ? null : (
        <ul className="release-corrections" aria-label={`Corrections in release ${number}`}>
          {corrections.map(({ id, claimId, what, why }) => {
            const claim = claimId === null ? undefined : claimById(claimId);
            return (
              <li key={id}>
                <b>Corrected{claim === undefined ? "" : `, ${claimLabel(claim)}`}.</b> {what}{" "}
                <span className="meta">{why}</span>
              </li>
            );
          })}
        </ul>
      )}
      <p className="release-files">
        {REPORT_FORMATS.map((format) => (
          <a
            key={format}
            className="link"
            href={`/api/cases/${caseId}/releases/${number}/${format}`}
            download
            title={FORMAT_WORDS[format].what}
          >
            {FORMAT_WORDS[format].name}
          </a>
        ))}
      </p>
      <p className="micro">
        sha256 <span className="mono">{hashGroups(release.sha256)}</span>
      </p>
    </li>
  );
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
