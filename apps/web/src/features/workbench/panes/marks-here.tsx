import "./marks-here.css";
import { stateWord } from "@assay/domain";
import type { RevisionText } from "@assay/domain";
import type { HighlightMark } from "@assay/editor";
import { memo, useId, useMemo } from "react";
import type { KeyboardEvent } from "react";
import { StanceGlyph } from "../../../components/stance.tsx";
import { useCaseOf } from "../../case/use-case.ts";
import { MarkState } from "../../revision/mark-state.tsx";
import { useBenchParts } from "../state/bench-context.tsx";

interface MarksHereProps {
  sourceId: string;
  revision: RevisionText;
  /** The paragraph the caret stands in. */
  block: number;
  marks: readonly HighlightMark[];
}

/**
 * The highlights of the paragraph at the caret, for those who do not see them painted: each as a `mark` whose details
 * say the stance in words, the claim and the state. Enter in the text, or Tab, leads there; it is seen while it has the
 * focus; Escape leads back.
 */
export function MarksHere({ sourceId, revision, block, marks }: MarksHereProps) {
  const { nav, panes } = useBenchParts();
  const id = useId();
  const bounds = revision.blocks[block];
  const here = useMemo(
    () => (bounds === undefined ? [] : marks.filter((mark) => mark.start < bounds.end && mark.end > bounds.start)),
    [bounds, marks],
  );
  if (here.length === 0) return null;
  const back = () => panes.get(sourceId)?.focus();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "Escape") back();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") step(event.currentTarget, event.key === "ArrowDown" ? 1 : -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section
      className="marks-here"
      aria-label="Highlights of the paragraph at the caret"
      onKeyDown={onKeyDown}
      onFocus={(event) => standClear(event.currentTarget)}
    >
      <ul>
        {here.map((mark) => (
          <li key={mark.id}>
            <button
              type="button"
              onClick={() => {
                nav.choose(mark.claimId, sourceId);
                panes.get(sourceId)?.select({ start: mark.start, end: mark.start });
                back();
              }}
            >
              <mark aria-details={`${id}-${mark.id}`}>{revision.text.slice(mark.start, mark.end)}</mark>
              <Details id={`${id}-${mark.id}`} mark={mark} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const Details = memo(function Details({ id, mark }: { id: string; mark: HighlightMark }) {
  const tag = useCaseOf(({ tagById }) => tagById(mark.tagId));
  const claim = useCaseOf(({ claimById }) => claimById(mark.claimId)?.text ?? "");
  const author = useCaseOf(({ personById }) => (tag === undefined ? undefined : personById(tag.authorId)?.name));
  const { stance } = mark;
  return (
    <span id={id} className="marks-details">
      {stance === "verified" || stance === "disputed" ? <StanceGlyph stance={stance} /> : null}
      {` ${stance === "suggest" ? "suggested" : stance}${tag?.attributed === true ? ", attributed" : ""}, ${mark.label}: ${claim} `}
      {tag === undefined ? "" : `${stateWord(tag.state)}, ${author ?? "somebody who left"}`}
      <MarkState mark={mark} />
    </span>
  );
});

/** At the end of the pane that is farther from the caret, so that the paragraph itself stays in view. */
function standClear(list: HTMLElement): void {
  const pane = list.closest(".pane")?.getBoundingClientRect();
  const caret = list.closest(".pane")?.querySelector(".st-caret")?.getBoundingClientRect();
  if (pane === undefined || caret === undefined) return;
  list.dataset["place"] = caret.top > pane.top + pane.height / 2 ? "top" : "bottom";
}

function step(list: HTMLElement, by: 1 | -1): void {
  const buttons = [...list.querySelectorAll("button")];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons[(at + by + buttons.length) % buttons.length]?.focus();
}

/** Enter in a source's text. False when its paragraph has no highlight. */
export function focusMarksHere(scroller: HTMLElement | null): boolean {
  const first = scroller?.closest(".pane")?.querySelector<HTMLElement>(".marks-here button");
  first?.focus();
  return first !== null && first !== undefined;
}
