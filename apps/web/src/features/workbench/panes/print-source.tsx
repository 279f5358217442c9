import "./print-source.css";
import { claimLabel, sourceName, stateWord } from "@assay/domain";
import type { Block, RevisionText, SourceView, TagView } from "@assay/domain";
import { HighlightIndex, markRuns } from "@assay/editor";
import type { HighlightMark } from "@assay/editor";
import { useEffect, useMemo, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import { StanceGlyph } from "../../../components/stance.tsx";
import { useCase, useCaseOf, useSourceText } from "../../case/use-case.ts";
import { filterWords, isFiltered } from "../filter/highlight-filter.ts";
import { useHighlightFilter, useShowsTag } from "../filter/use-shown-tags.ts";
import { createMarkBuilder } from "../model/marks.ts";
import { linkTo } from "../model/place.ts";
import { useBench, useBenchParts } from "../state/bench-context.tsx";

/**
 * The focused source as a sheet of its own, there only while the page is being printed: the pane holds what is in view,
 * the sheet the whole text with its highlights as the filter leaves them, and the claims they belong to.
 */
export function PrintSource() {
  const [printing, setPrinting] = useState(false);
  const sourceId = useBench((state) => state.sourceId);
  useEffect(() => {
    // The browser takes what is there when the event has been heard.
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);
  const source = useCaseOf(({ sourceById }) => sourceById(sourceId ?? ""));
  return printing && source !== undefined ? createPortal(<Loaded source={source} />, document.body) : null;
}

function Loaded({ source }: { source: SourceView }) {
  const text = useSourceText(source.id);
  return text.data === undefined ? null : <Sheet source={source} revision={text.data} />;
}

function Sheet({ source, revision }: { source: SourceView; revision: RevisionText }) {
  const { caseId } = useBenchParts();
  const { view, claimById, personById } = useCase();
  const set = useHighlightFilter();
  const chosen = claimById(useBench((state) => state.claimId) ?? "");
  const shows = useShowsTag();
  const tags = useMemo(
    () => view.tags.filter((tag) => tag.sourceId === source.id && (shows === null || shows(tag))),
    [view.tags, source.id, shows],
  );
  const index = useMemo(() => {
    const built = new HighlightIndex(revision.blocks);
    built.set(createMarkBuilder()(tags, view.claims, source.id));
    return built;
  }, [revision.blocks, tags, view.claims, source.id]);
  const nameOf = (id: string) => personById(id)?.name ?? "somebody who left";
  const about = [source.kind, source.author, source.publishedAt ?? "", `r${source.revision.number}`, revision.sha256.slice(0, 12)];
  return (
    <article className="print" lang={source.language}>
      <header className="print-head">
        <p>{view.title}</p>
        <h1>{sourceName(source)}</h1>
        {source.title === "" || source.title === sourceName(source) ? null : <p className="print-title">{source.title}</p>}
        <p>{about.filter((part) => part !== "").join(" · ")}</p>
        {source.url === "" ? null : <p>{source.url}</p>}
        <p>{linkTo(window.location.origin, caseId, { source: source.number })}</p>
        {isFiltered(set) ? (
          <p>Highlights shown: {filterWords(set, nameOf, chosen === undefined ? null : claimLabel(chosen))}.</p>
        ) : null}
      </header>
      <div className="print-text">
        {revision.blocks.map((block, i) => (
          <PrintBlock key={block.start} block={block} text={revision.text} marks={index.inBlock(i)} />
        ))}
      </div>
      <Key tags={tags} nameOf={nameOf} />
    </article>
  );
}

function PrintBlock({ block, text, marks }: { block: Block; text: string; marks: readonly HighlightMark[] }) {
  const words = markRuns(block, marks).map((run) => {
    const written = text.slice(run.start, run.end);
    const [outer] = run.marks;
    if (outer === undefined) return written;
    const begins = run.marks.filter((mark) => mark.start === run.start);
    return (
      <mark key={run.start} className={`print-${run.marks.some(({ stance }) => stance === "disputed") ? "disputed" : "verified"}`}>
        {begins.map(({ id, stance, label }) => (
          <sup key={id}>
            {stance === "verified" || stance === "disputed" ? <StanceGlyph stance={stance} /> : null}
            {label}
          </sup>
        ))}
        {written}
      </mark>
    );
  });
  return block.kind === "heading" ? <h2>{words}</h2> : <p className={`print-${block.kind}`}>{words}</p>;
}

/** The claims that the marks' numbers stand for, each with the stance of every tag. */
function Key({ tags, nameOf }: { tags: readonly TagView[]; nameOf: (id: string) => string }) {
  const { view } = useCase();
  const standing = tags.filter((tag) => tag.state !== "withdrawn");
  const claims = view.claims.filter((claim) => !claim.withdrawn && standing.some((tag) => tag.claimId === claim.id));
  if (claims.length === 0) return null;
  return (
    <footer className="print-key">
      <h2>Claims</h2>
      {claims.map((claim) => (
        <p key={claim.id}>
          <b>{claimLabel(claim)}</b> {claim.text}
          {standing
            .filter((tag) => tag.claimId === claim.id)
            .map((tag) => (
              <span key={tag.id}>
                <StanceGlyph stance={tag.stance} /> {tag.stance}, {stateWord(tag.state)}, {nameOf(tag.authorId)}
              </span>
            ))}
        </p>
      ))}
    </footer>
  );
}

/** Once the menu or the key press that asked for it is over. */
export function printFocused(): void {
  setTimeout(() => window.print(), 50);
}
