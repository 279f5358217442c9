import { claimLabel, isLostState, sourceName } from "@assay/domain";
import type { ClaimView, RevisionText, SourceView } from "@assay/domain";
import { blockOfCaret, markRuns } from "@assay/editor";
import type { HighlightMark } from "@assay/editor";
import { useCase, useSourceText } from "../../case/use-case.ts";
import type { Span } from "../model/place.ts";
import { useBench, useBenchParts } from "../state/bench-context.tsx";
import { leaveCompare, passagesOf } from "./compare-actions.ts";
import { CompareCell } from "./compare-cell.tsx";

/** Where there is no room for sources side by side: what each says of the claim, one below the other. */
export function CompareList() {
  const { view, claimById } = useCase();
  const claim = claimById(useBench((state) => state.claimId) ?? "");
  return (
    <div className="compare-list" role="region" tabIndex={0} aria-label="The sources on this claim">
      {claim === undefined ? null : view.sources.map((source) => <Entry key={source.id} claim={claim} source={source} />)}
    </div>
  );
}

function Entry({ claim, source }: { claim: ClaimView; source: SourceView }) {
  const bench = useBenchParts();
  const { view } = useCase();
  const text = useSourceText(source.id);
  const passages = passagesOf(view, claim.id, source.id);
  const open = (passage?: Span) => {
    leaveCompare(bench);
    bench.nav.focusSource(source.id);
    if (passage !== undefined) bench.panes.reveal(source.id, passage, { flash: true });
  };
  return (
    <section aria-label={sourceName(source)}>
      <h3>
        <button type="button" onClick={() => open(passages[0])}>
          {sourceName(source)}
        </button>
      </h3>
      <CompareCell sourceId={source.id} />
      {text.data === undefined
        ? null
        : paragraphsOf(text.data, passages).map((block) => (
            <Paragraph key={block.start} block={block} revision={text.data} marks={marksOf(view.tags, claim, source)} />
          ))}
    </section>
  );
}

function Paragraph({ block, revision, marks }: { block: Span; revision: RevisionText; marks: readonly HighlightMark[] }) {
  return (
    <p className="compare-paragraph">
      {markRuns(block, marks).map((run) => {
        const words = revision.text.slice(run.start, run.end);
        const [mark] = run.marks;
        return mark === undefined ? (
          words
        ) : (
          <mark key={run.start} className={`compare-${mark.stance}`}>
            {words}
          </mark>
        );
      })}
    </p>
  );
}

function paragraphsOf({ blocks }: RevisionText, passages: readonly Span[]): Span[] {
  const indexes = new Set(passages.map((passage) => blockOfCaret(blocks, passage.start + 1)));
  return [...indexes].flatMap((index) => blocks[index] ?? []);
}

function marksOf(
  tags: ReturnType<typeof useCase>["view"]["tags"],
  claim: ClaimView,
  source: SourceView,
): HighlightMark[] {
  return tags
    .filter((tag) => tag.claimId === claim.id && tag.sourceId === source.id && tag.state !== "withdrawn")
    .flatMap((tag) =>
      tag.evidence.filter((one) => !isLostState(one.state)).map(({ start, end }) => ({
        id: `${tag.id}:${start}-${end}`,
        claimId: claim.id,
        tagId: tag.id,
        start,
        end,
        stance: tag.stance,
        label: claimLabel(claim),
      })),
    );
}
