import type { Attestation, SourceView } from "@assay/domain";

/** What makes a "missing" honest, wherever it shows: revision, hash, terms tried. */
export function AttestationNote({ attestation, source }: { attestation: Attestation; source: SourceView }) {
  const { revisionSha256, readInFull, searchTerms } = attestation;
  const current = revisionSha256 === source.revision.sha256;
  return (
    <p className="insp-att">
      {readInFull ? "Read in full, " : "Not read in full, "}
      {current ? `r${source.revision.number} ` : "an earlier revision "}
      <code title={revisionSha256}>{revisionSha256.slice(0, 8)}</code>.{" "}
      {searchTerms.length === 0 ? (
        "No search terms recorded."
      ) : (
        <>
          Searched <i>{searchTerms.join(", ")}</i>: nothing on this claim.
        </>
      )}
    </p>
  );
}
