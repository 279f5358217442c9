import "./revision.css";
import { claimLabel, locateWithReasons, sourceName } from "@assay/domain";
import type { Evidence, RevisionText, TagView } from "@assay/domain";
import { useMemo, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useCase, useSourceText } from "../case/use-case.ts";
import { evidenceOf, placePassage } from "../workbench/model/tag-edits.ts";
import type { Span } from "../workbench/model/place.ts";
import { useBenchParts } from "../workbench/state/bench-context.tsx";
import { cellName } from "../workbench/state/tag-writes.ts";
import { ANCHOR_HINTS } from "./anchor-words.ts";

interface PlaceDialogProps {
  tag: TagView;
  passage: Evidence;
  onClose: () => void;
}

interface Choice extends Span {
  what: string;
}

/**
 * Where a lost passage is now, said by its author (X4): one of the places that resemble it, or the words selected in the
 * source. Nothing is chosen beforehand.
 */
export function PlaceDialog({ tag, passage, onClose }: PlaceDialogProps) {
  const bench = useBenchParts();
  const { claimById, sourceById } = useCase();
  const text = useSourceText(tag.sourceId).data;
  const [selection] = useState(() => bench.store.getState().selection);
  const selected = selection?.sourceId === tag.sourceId ? selection : null;
  const choices = useMemo(() => choicesFor(text, passage, selected), [text, passage, selected]);
  const [chosen, setChosen] = useState<number | null>(null);
  const claim = claimById(tag.claimId);
  const source = sourceById(tag.sourceId);
  if (text === undefined || claim === undefined || source === undefined) return null;
  const choice = chosen === null ? undefined : choices[chosen];
  const place = () => {
    if (choice === undefined) return;
    const { id, role } = passage;
    const placed = evidenceOf(id, text.text, choice, role);
    const label = `Place a passage of ${cellName(bench.latest(), tag)}`;
    void bench.tags.edit(tag, label, (content) => content && placePassage(content, passage, placed));
    onClose();
    setTimeout(() => bench.nav.showPassage(tag.sourceId, { start: choice.start, end: choice.end }), 0);
  };
  const remedy = "None of these? Close this, select the words in the source, and come back with Shift P.";
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Place a passage of ${claimLabel(claim)} in ${sourceName(source)}`}
      description={ANCHOR_HINTS[passage.state]}
      shape="wide"
      footer={
        <>
          <span className="grow" />
          <Button onClick={onClose}>Not now</Button>
          <Button
            variant="primary"
            kbd="Enter"
            disabledReason={choice === undefined ? "Choose one of the places first." : null}
            onClick={place}
          >
            Place it here
          </Button>
        </>
      }
    >
      <form
        className="revision-place"
        onSubmit={(event) => {
          event.preventDefault();
          place();
        }}
      >
        <blockquote className="revision-lost">{passage.exact}</blockquote>
        <fieldset className="revision-choices">
          <legend>Where it may be in revision {source.revision.number}</legend>
          {choices.map((one, index) => (
            <label key={`${one.start}-${one.end}`} className="revision-choice">
              <input
                type="radio"
                name="place"
                autoFocus={index === 0}
                checked={chosen === index}
                onChange={() => setChosen(index)}
                onKeyDown={(event) => {
                  if (event.key !== "Enter") return;
                  event.preventDefault();
                  if (chosen === null) setChosen(index);
                  else place();
                }}
              />
              <Words text={text} span={one} />
              <span className="meta">{one.what}</span>
            </label>
          ))}
          {choices.length === 0 ? <p className="meta">Nothing in this revision resembles it.</p> : null}
        </fieldset>
        {selected === null ? <p className="meta revision-remedy">{remedy}</p> : null}
      </form>
    </Dialog>
  );
}

const AROUND = 70;

function Words({ text: { text }, span: { start, end } }: { text: RevisionText; span: Span }) {
  return (
    <span className="revision-words">
      {start > AROUND ? "… " : ""}
      {text.slice(Math.max(0, start - AROUND), start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end, end + AROUND)}
      {end + AROUND < text.length ? " …" : ""}
    </span>
  );
}

function choicesFor(text: RevisionText | undefined, passage: Evidence, selected: Span | null): Choice[] {
  if (text === undefined) return [];
  const { anchor, score, candidates = [] } = locateWithReasons(text.text, passage);
  // A place that is sure without the older text may still have had a rival in it: it is offered, not taken.
  const sure = anchor.state === "ambiguous" || anchor.state === "orphaned" ? [] : [{ ...anchor, score }];
  const found = [...sure, ...candidates].map(({ start, end, score: likeness }) => {
    return { start, end, what: `${Math.round(likeness * 100)} % alike` };
  });
  const isNew = selected !== null && !found.some(({ start, end }) => start === selected.start && end === selected.end);
  return isNew ? [{ start: selected.start, end: selected.end, what: "the words you selected" }, ...found] : found;
}
