import type { AnchorState } from "@assay/domain";
import { ANCHOR_STATES, claimLabel } from "@assay/domain";
import { useState } from "react";
import { WordDiff } from "../../components/word-diff-text.tsx";
import { useCase } from "../case/use-case.ts";
import { counted } from "../source/source-words.ts";
import { staleWords } from "./stale-words.ts";
import { ANCHOR_HINTS, ANCHOR_WORDS } from "./anchor-words.ts";
import type { RevisionPreview } from "./use-revision-preview.ts";

const MOST_SHOWN = 50;

type Fates = Pick<RevisionPreview, "counts" | "passages" | "staleTags" | "staleMissing">;

/** Where the passages of the source's tags would be, by state; those that need somebody's eyes come first. */
export function PassageFates({ preview }: { preview: Fates }) {
  const { counts, passages } = preview;
  const worst = (["orphaned", "ambiguous", "fuzzy", "moved"] as const).find((state) => counts[state] > 0) ?? "exact";
  const [chosen, setChosen] = useState<AnchorState | null>(null);
  if (passages.length === 0) {
    const stale = preview.staleTags === 0 ? "" : ` ${staleWords(preview)}`;
    return <p className="meta">No passage of this source is marked yet.{stale}</p>;
  }
  const state = chosen ?? worst;
  const shown = passages.filter(({ after }) => after.state === state);
  return (
    <section aria-label="What becomes of the passages" className="revision-fates">
      <p className="meta">
        {counted(passages.length, "passage")}. {staleWords(preview)}
      </p>
      <div className="revision-states" role="group" aria-label="Passages by state">
        {ANCHOR_STATES.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === state}
            title={ANCHOR_HINTS[one]}
            onClick={() => setChosen(one)}
          >
            {ANCHOR_WORDS[one]} <b>{counts[one]}</b>
          </button>
        ))}
      </div>
      <ul className="revision-passages" tabIndex={0} aria-label={`Passages: ${ANCHOR_WORDS[state]}`}>
        {shown.slice(0, MOST_SHOWN).map((passage) => (
          <Fate key={`${passage.tagId} ${passage.after.id}`} passage={passage} />
        ))}
        {shown.length > MOST_SHOWN ? <li className="meta">and {shown.length - MOST_SHOWN} more</li> : null}
        {shown.length === 0 ? <li className="meta">None.</li> : null}
      </ul>
    </section>
  );
}

function Fate({ passage }: { passage: RevisionPreview["passages"][number] }) {
  const { claimById, personById } = useCase();
  const { before, after, reasons, claimId, authorId } = passage;
  const claim = claimById(claimId);
  const why = reasons.join(", ");
  return (
    <li>
      <p className="revision-words">
        {after.state === "fuzzy" ? <WordDiff before={before} after={after.exact} /> : before}
      </p>
      <p className="meta">
        {[claim === undefined ? "" : claimLabel(claim), personById(authorId)?.name ?? "somebody who left", why]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
    </li>
  );
}
