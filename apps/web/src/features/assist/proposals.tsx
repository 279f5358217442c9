import type { CaseView, ClaimView, SourceView } from "@assay/domain";
import { claimLabel, sourceName } from "@assay/domain";
import { WordDiff } from "../../components/word-diff-text.tsx";
import type { CaseReport } from "./assist-types.ts";
import type { AssistWrites } from "./assist-writes.ts";
import { DifferenceItem, DifferenceKind, DifferenceSides } from "./difference-item.tsx";
import { InTheirPlace } from "./in-their-place.tsx";
import { conflictingFirst, quoteWords } from "./model/difference-words.ts";
import { groupName } from "./model/group-name.ts";
import { sureWords } from "./model/score-words.ts";
import type { Proposal } from "./proposal-list.tsx";

interface Place {
  source: string;
  start: number;
  end: number;
}

export interface ProposalContext {
  view: CaseView;
  report: CaseReport;
  writes: AssistWrites;
  onShow: (place: Place) => void;
  onClaim: (claim: ClaimView) => void;
}

const standing = (view: CaseView, id: string): ClaimView | undefined =>
  view.claims.find((claim) => claim.id === id && !claim.withdrawn);

export function mergeProposals({ view, report, writes, onClaim }: ProposalContext): Proposal[] {
  return report.merges.flatMap((merge): Proposal[] => {
    const [one, other] = merge.claims.map((id) => standing(view, id));
    if (one === undefined || other === undefined) return [];
    const [kept, gone] = one.number < other.number ? [one, other] : [other, one];
    return [
      {
        key: merge.key,
        kind: "merge",
        title: `${claimLabel(kept)} and ${claimLabel(gone)} seem to say the same, ${sureWords(merge.score)}`,
        body: (
          <div className="sug-pair">
            <ClaimWords claim={kept} />
            <ClaimWords claim={gone} />
          </div>
        ),
        open: () => onClaim(kept),
        accept: { label: `Keep ${claimLabel(kept)}, withdraw ${claimLabel(gone)}`, run: () => void writes.mergeClaims(kept, gone) },
      },
    ];
  });
}

function ClaimWords({ claim }: { claim: ClaimView }) {
  return (
    <p className="sug-exact">
      <b>{claimLabel(claim)}</b> {claim.text}
    </p>
  );
}

export function splitProposals({ view, report, writes, onClaim }: ProposalContext): Proposal[] {
  return report.splits.flatMap((split): Proposal[] => {
    const claim = standing(view, split.claim);
    if (claim === undefined) return [];
    return [
      {
        key: split.key,
        kind: "split",
        title: `${claimLabel(claim)} seems to say ${split.parts.length === 2 ? "two" : split.parts.length} things`,
        body: (
          <>
            <ClaimWords claim={claim} />
            <ol className="sug-parts">
              {split.parts.map((part) => (
                <li key={part}>{part}</li>
              ))}
            </ol>
          </>
        ),
        open: () => onClaim(claim),
        accept: { label: "Split it so", run: () => void writes.splitClaim(claim, split) },
      },
    ];
  });
}

export function differenceProposals({ view, report, onShow }: ProposalContext): Proposal[] {
  const isOfNone = ({ about }: { about: readonly string[] }): boolean => !about.some((id) => standing(view, id) !== undefined);
  const list = report.differences.toSorted((a, b) => Number(isOfNone(a)) - Number(isOfNone(b)));
  return conflictingFirst(list).map((difference): Proposal => ({
    key: difference.key,
    kind: "difference",
    title: (
      <>
        <DifferenceKind difference={difference} /> <OfClaims view={view} ids={difference.about} />
      </>
    ),
    body: <DifferenceSides difference={difference} onShow={onShow} />,
    more: <InTheirPlace sides={[difference.a, difference.b]} />,
    open: () => onShow(difference.a),
    accept: null,
  }));
}

/** Which claims of the case it is about: "C1, C2". */
function OfClaims({ view, ids }: { view: CaseView; ids: readonly string[] }) {
  const labels = ids.flatMap((id) => standing(view, id) ?? []).map(claimLabel);
  return labels.length === 0 ? null : <span className="sug-of">{labels.join(", ")}</span>;
}

/** Shared passages belong to the group that they speak for; those of no group stand by themselves. */
export function groupProposals({ view, report, writes, onShow }: ProposalContext): Proposal[] {
  return report.independence.flatMap(({ key, sourceIds }): Proposal[] => {
    const sources = sourceIds.flatMap((id) => view.sources.find((source) => source.id === id) ?? []);
    if (sources.length < 2) return [];
    const inside = new Set(sourceIds);
    const shared = report.shared.filter(({ a, b }) => inside.has(a.source) && inside.has(b.source));
    const [first] = shared;
    const group = groupName(sources);
    const done = sources.every(({ independenceGroup }) => independenceGroup === group);
    return [
      {
        key,
        kind: "independence",
        title: `${sources.map(sourceName).join(", ")}: shared text`,
        body: (
          <>
            <p className="bench-note">
              {done
                ? `They count once already, as “${group}”.`
                : `They would count once, as “${group}”, in every verdict.`}
            </p>
            {shared.map(({ key: pair, a, b, overlap }) => (
              <div key={pair} className="sug-pair" role="group" aria-label={`Shared text, ${overlapWords(overlap)}`}>
                <SharedWords side={a} sources={sources} onShow={onShow} />
                <SharedWords side={b} sources={sources} onShow={onShow} />
                <p className="meta">{overlapWords(overlap)}</p>
              </div>
            ))}
          </>
        ),
        open: first === undefined ? null : () => onShow(first.a),
        accept: {
          label: `Set the group “${group}”`,
          refusal: done ? "They are in this group already." : null,
          run: () => void writes.setGroup(sources, group),
        },
      },
    ];
  });
}

function overlapWords(overlap: number): string {
  return overlap >= 0.95 ? "word for word" : overlap >= 0.7 ? "nearly word for word" : "in large part";
}

interface SharedWordsProps {
  side: Place & { exact: string };
  sources: readonly SourceView[];
  onShow: (place: Place) => void;
}

function SharedWords({ side, sources, onShow }: SharedWordsProps) {
  const source = sources.find(({ id }) => id === side.source);
  const name = source === undefined ? "a source" : sourceName(source);
  return (
    <blockquote className="sug-exact">
      {side.exact}
      <footer>
        <button type="button" className="bench-link" onClick={() => onShow(side)}>
          {name}
        </button>
      </footer>
    </blockquote>
  );
}

export function quoteProposals({ view, report, onShow }: ProposalContext): Proposal[] {
  const nameOf = (id: string) => {
    const source = view.sources.find((one) => one.id === id);
    return source === undefined ? "a source" : sourceName(source);
  };
  return report.quotes.map((pair): Proposal => ({
    key: pair.key,
    kind: "quote",
    title: `Quotation in ${nameOf(pair.a.source)} and ${nameOf(pair.b.source)}: ${quoteWords(pair)}`,
    body: (
      <>
        <p className="sug-exact">
          {pair.relation === "identical" ? pair.a.exact : <WordDiff before={pair.a.exact} after={pair.b.exact} />}
        </p>
        <p className="sug-meta">
          {[pair.a, pair.b].map((side) => (
            <button key={`${side.source} ${side.start}`} type="button" className="bench-link" title="Show it in the source" onClick={() => onShow(side)}>
              {nameOf(side.source)}
            </button>
          ))}
        </p>
      </>
    ),
    more: <InTheirPlace sides={[pair.a, pair.b]} />,
    open: () => onShow(pair.a),
    accept: null,
  }));
}

export function contradictionProposals({ view, report, onShow }: ProposalContext): Proposal[] {
  const list = report.contradictions.map((one) => ({ ...one, compatible: one.difference.compatible }));
  return conflictingFirst(list).map(({ key, source, difference }): Proposal => {
    const found = view.sources.find(({ id }) => id === source);
    return {
      key,
      kind: "contradiction",
      title: `${found === undefined ? "A source" : sourceName(found)} against itself`,
      body: <DifferenceItem difference={{ ...difference, key }} onShow={onShow} />,
      more: <InTheirPlace sides={[difference.a, difference.b]} />,
      open: () => onShow(difference.a),
      accept: null,
    };
  });
}
