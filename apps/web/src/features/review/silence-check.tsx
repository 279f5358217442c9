import type { RevisionText, TagView } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { Field, Input } from "../../components/field.tsx";
import { useCase, useSourceText } from "../case/use-case.ts";
import type { SilenceHit } from "./model/silence.ts";
import { countHits, findHits } from "./model/silence.ts";

/** A missing tag: what was attested, and the means to check it against the text at once. */
export function SilenceCheck({ tag }: { tag: TagView }) {
  const { sourceById } = useCase();
  const text = useSourceText(tag.sourceId);
  const source = sourceById(tag.sourceId);
  const { attestation } = tag;
  const current = source?.revision.sha256;
  const outdated = attestation !== null && current !== undefined && attestation.revisionSha256 !== current;
  return (
    <section>
      <h2 className="h">Attestation</h2>
      {attestation === null ? (
        <p className="meta">Nothing was attested yet.</p>
      ) : (
        <div className="review-attested">
          <p>
            {attestation.readInFull ? "Read in full" : "Not read in full"}, revision r
            {source?.revision.number ?? 1}{" "}
            <span className="mono" title={attestation.revisionSha256}>
              {attestation.revisionSha256.slice(0, 8)}
            </span>
            {text.data === undefined ? "" : `, ${countWords(text.data.text).toLocaleString("en")} words`}.
            {outdated ? " The source has a newer revision since." : ""}
          </p>
          <Terms terms={attestation.searchTerms} text={text.data} />
        </div>
      )}
      {text.data === undefined ? (
        <p className="meta">{text.isError ? "The source’s text could not be loaded." : "Loading the text …"}</p>
      ) : (
        <Finder tag={tag} text={text.data} terms={attestation?.searchTerms ?? []} />
      )}
    </section>
  );
}

function Terms({ terms, text }: { terms: readonly string[]; text: RevisionText | undefined }) {
  if (terms.length === 0) return <p>No search terms were recorded.</p>;
  return (
    <p>
      Searched{" "}
      {terms.map((term, index) => {
        const hits = text === undefined ? 0 : countHits(text.text, term);
        return (
          <span key={term}>
            {index === 0 ? "" : ", "}
            <i>{term}</i>
            {text === undefined ? "" : hits === 0 ? " (none)" : ` (${hits})`}
          </span>
        );
      })}
      .
    </p>
  );
}

function Finder({ tag, text, terms }: { tag: TagView; text: RevisionText; terms: readonly string[] }) {
  const [query, setQuery] = useState("");
  const hits = useMemo(() => findHits(text.text, text.blocks, query), [text, query]);
  const asked = query.trim() !== "";
  return (
    <div className="review-finder">
      <Field label="Find in this source" hint="Check the silence: try words that the author did not.">
        {(ids) => (
          <Input {...ids} type="search" value={query} onChange={(event) => setQuery(event.target.value)} />
        )}
      </Field>
      {terms.length === 0 ? null : (
        <p className="review-terms">
          {terms.map((term) => (
            <button key={term} type="button" className="review-term" onClick={() => setQuery(term)}>
              {term}
            </button>
          ))}
        </p>
      )}
      <div aria-live="polite">
        {!asked ? null : hits.length === 0 ? (
          <p className="meta">“{query.trim()}” is nowhere in this source.</p>
        ) : (
          <ol className="review-hits">
            {hits.map((hit) => (
              <Hit key={hit.start} hit={hit} tag={tag} />
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}

function Hit({ hit, tag }: { hit: SilenceHit; tag: TagView }) {
  const { caseId, claimById, sourceById } = useCase();
  const claim = claimById(tag.claimId)?.number;
  const source = sourceById(tag.sourceId)?.number;
  return (
    <li>
      <Link
        to="/c/$caseId"
        params={{ caseId }}
        search={{
          ...(claim === undefined ? {} : { claim }),
          ...(source === undefined ? {} : { source }),
          at: `${hit.start}-${hit.end}`,
        }}
        title="Show it in the workbench"
      >
        <span className="meta">¶{hit.paragraph}</span> {hit.before}
        <mark className="review-found">{hit.words}</mark>
        {hit.after}
      </Link>
    </li>
  );
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
