import "./suggestions.css";
import type { ClaimView, SourceView } from "@assay/domain";
import { isBlindTo } from "@assay/domain";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Glyph } from "../../components/glyph.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { useCase } from "../case/use-case.ts";
import { useBenchParts } from "../workbench/state/bench-context.tsx";
import type { ReadCell, SuggestedPassage } from "./assist-types.ts";
import { cellActions } from "./bench-suggestions.ts";
import type { Identity } from "./bench-suggestions.ts";
import { attributionOf, attributionWords } from "./model/attribution-of.ts";
import { isDisputedAsAWhole } from "./model/is-disputed-as-a-whole.ts";
import { matchWords, silenceWords, sureWords } from "./model/score-words.ts";
import { PassageText } from "./passage-text.tsx";
import { ReadingNote } from "./reading-note.tsx";
import { passageAt, pointAtPassage, useSuggestionCursor } from "./suggestion-cursor.ts";
import { useAssistWrites } from "./use-assist-writes.ts";
import { useClaimSuggestions, useSuggestionOutline } from "./use-suggestions.ts";

interface CellSuggestionProps {
  claim: ClaimView;
  source: SourceView;
  onLeave: () => void;
}

/** What the machine reads in the focused cell. Where a tag that I see says the same it keeps quiet. */
export function CellSuggestion({ claim, source, onLeave }: CellSuggestionProps) {
  const { tagsOf } = useCase();
  const { data, error } = useClaimSuggestions(claim.id);
  const all = useSuggestionOutline();
  const cell = data?.cells.find((one) => one.source === source.id && one.claimId === claim.id);
  const stances = tagsOf(claim.id, source.id).flatMap((tag) => (tag.state === "withdrawn" ? [] : [tag.stance]));
  if (cell === undefined) {
    // Beside a tag the lack of a suggestion is no news.
    if (stances.length > 0 || (error === null && data?.state !== "reading" && data?.state !== "failed")) return null;
    return <ReadingNote data={all.data} error={error} short />;
  }
  const isDismissed = all.data?.dismissed.some(({ kind, key }) => kind === "cell" && key === cell.key) === true;
  if (stances.includes(cell.suggestion)) return null;
  return (
    <Box
      key={cell.key}
      claim={claim}
      source={source}
      cell={cell}
      identity={cell.identity}
      attributions={all.data?.reading?.sources.find(({ sourceId }) => sourceId === source.id)?.attributions ?? []}
      isDismissed={isDismissed}
      isOther={stances.length > 0}
      onLeave={onLeave}
    />
  );
}

interface BoxProps extends CellSuggestionProps {
  cell: ReadCell;
  identity: Identity;
  attributions: Parameters<typeof attributionOf>[1];
  isDismissed: boolean;
  /** Every tag of this cell says otherwise. */
  isOther: boolean;
}

function Box({ claim, source, cell, identity, attributions, isDismissed, isOther, onLeave }: BoxProps) {
  const bench = useBenchParts();
  const { can, view } = useCase();
  const writes = useAssistWrites();
  const [open, setOpen] = useState(!isOther);
  const at = useSuggestionCursor((cursor) => passageAt(cursor, cell));
  const actions = cellActions(bench, writes);
  const isBlind = isBlindTo(view, { claimId: claim.id, sourceId: source.id });
  if (isDismissed) {
    return (
      <p className="sug-from">
        The suggestion for this cell is dismissed.{" "}
        <button type="button" className="bench-link" onClick={() => actions.restore(cell)}>
          Bring it back
        </button>
      </p>
    );
  }
  const isSilent = cell.suggestion === "missing";
  const show = (passage: SuggestedPassage, index: number) => {
    pointAtPassage(cell, index);
    bench.nav.showPassage(source.id, { start: passage.start, end: passage.end });
    onLeave();
  };
  const mayTag = can("tag");
  const partial = isSilent && source.revision.completeness === "partial";
  return (
    <section className="sug-box" aria-label="Suggestion for this cell">
      <p className="sug-boxhead">
        <b>{isOther ? "The machine reads it otherwise" : "Suggestion"}</b>
        <span className={`sug-stance sug-stance-${cell.suggestion}`}>
          <Glyph name={cell.suggestion} />
          {isSilent ? silenceWords(cell.silence === "no" ? "unsure" : cell.silence).toLowerCase() : cell.suggestion}
        </span>
        {cell.attributed && !isSilent ? <span>attributed</span> : null}
        <span>{sureWords(cell.score)}</span>
        {isOther ? (
          <button type="button" className="bench-link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? "Hide" : "Show"}
          </button>
        ) : null}
      </p>
      {open ? (
        <>
          {isSilent ? <Silence cell={cell} /> : null}
          <ol className="sug-passages" aria-label={isSilent ? "Nearest passages" : "Suggested passages"}>
            {cell.passages.map((passage, index) => {
              const said = attributionOf(passage, attributions);
              return (
                <li key={`${passage.start}-${passage.end}`}>
                  <button
                    type="button"
                    className="sug-passage"
                    title="Look at it in the source"
                    aria-current={index === at ? "true" : undefined}
                    onClick={() => show(passage, index)}
                  >
                    <PassageText passage={passage} matched={passage.matched} />
                    <span>
                      {isSilent ? "nearest" : matchWords(passage.score)}
                      {said === null ? "" : ` · ${attributionWords(said)}`}
                    </span>
                  </button>
                </li>
              );
            })}
          </ol>
          {isDisputedAsAWhole(cell) ? (
            <p className="bench-note">No single word or figure stands against the claim: compare the whole wording.</p>
          ) : null}
          {cell.differences.length === 0 ? null : <p className="bench-note">{differenceCount(cell.differences)}</p>}
          {mayTag ? (
            <p className="sug-acts">
              <Button
                className="btn-small"
                kbd="a"
                disabledReason={partial ? "This revision is partial, so nobody can say that it is silent." : null}
                onClick={() => actions.accept(cell, isSilent ? 0 : at, identity)}
              >
                {isSilent ? "Attest" : cell.suggestion === "disputed" ? "Take as disputed" : "Take as verified"}
              </Button>
              {can("edit_claim") && !isBlind ? (
                <Button className="btn-small" variant="quiet" onClick={() => actions.dismiss(cell)}>
                  Dismiss
                </Button>
              ) : null}
            </p>
          ) : null}
          {mayTag && cell.passages.length > 1 && !isSilent ? (
            <p className="bench-note">
              <Kbd>.</Kbd> goes through the passages, <Kbd>a</Kbd> takes the marked one as your draft.
            </p>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

function differenceCount(differences: ReadCell["differences"]): string {
  const conflicting = differences.filter(({ compatible }) => !compatible).length;
  if (differences.length === 1) return `1 difference from the claim, ${conflicting === 0 ? "compatible" : "conflicting"}: see below.`;
  const how = conflicting === 0 ? "none conflicting" : `${conflicting} conflicting`;
  return `${differences.length} differences from the claim, ${how}: see below.`;
}

function Silence({ cell }: { cell: ReadCell }) {
  return (
    <p className="sug-terms">
      Nothing on this claim was found.{" "}
      {cell.terms.length === 0 ? null : (
        <>
          Searched <i>{cell.terms.join(", ")}</i>.{" "}
        </>
      )}
      Look at the nearest passages before you attest: you say that you read the whole text.
    </p>
  );
}
