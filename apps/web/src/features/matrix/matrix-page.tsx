import "./matrix.css";
import "./matrix-cell.css";
import "./matrix-omissions.css";
import "./matrix-peek.css";
import "./matrix-narrow.css";
import { EMPTY_CELL } from "@assay/domain";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { useAssignKey } from "../assign/use-assign-key.ts";
import { useCase } from "../case/use-case.ts";
import { useLookingAt } from "../live/use-looking-at.ts";
import { useDocumentTitle } from "../shell/use-document-title.ts";
import { MatrixBar } from "./matrix-bar.tsx";
import { MatrixGrid } from "./matrix-grid.tsx";
import { MatrixOmissions } from "./matrix-omissions.tsx";
import { MatrixPeek } from "./matrix-peek.tsx";
import type { MatrixFilter, MatrixSort } from "./model/matrix-rows.ts";
import { matrixRows } from "./model/matrix-rows.ts";
import type { Cursor } from "./model/move-cursor.ts";
import { useMatrixCursor } from "./use-matrix-cursor.ts";
import { useMatrixKeys } from "./use-matrix-keys.ts";
import { useMatrixMeasures } from "./use-matrix-measures.ts";
import { revealRow } from "./use-row-window.ts";

export function MatrixPage() {
  const { view } = useCase();
  useDocumentTitle(`Matrix, ${view.title}`);
  if (view.sources.length === 0 || !view.claims.some((claim) => !claim.withdrawn)) return <NothingYet />;
  return <Matrix />;
}

function Matrix() {
  const { caseId, view, cells, verdicts, cellOf } = useCase();
  const navigate = useNavigate();
  const [filter, setFilter] = useState<MatrixFilter>("all");
  const [sort, setSort] = useState<MatrixSort>("claim");
  const [peeking, setPeeking] = useState(false);
  const [scrolled, setScrolled] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const measures = useMatrixMeasures();
  const { rowHeight, headHeight } = measures;

  const { rows, counts } = useMemo(
    () => matrixRows({ claims: view.claims, cells, verdicts }, filter, sort),
    [view.claims, cells, verdicts, filter, sort],
  );
  const { cursor, moveTo } = useMatrixCursor(rows, view.sources);
  const claim = rows[cursor.row];
  const source = view.sources[cursor.column];
  useLookingAt({ claimId: claim?.id ?? null, sourceId: source?.id ?? null, selection: null, shows: "cell" });

  useAssignKey("Matrix", { kind: "tag", claimId: claim?.id ?? null, sourceId: source?.id ?? null });

  const go = (next: Cursor) => {
    wantsFocus.current = true;
    moveTo(next);
  };
  const open = () => {
    if (claim === undefined || source === undefined) return;
    void navigate({ to: "/c/$caseId", params: { caseId }, search: { claim: claim.number, source: source.number } });
  };
  useMatrixKeys({
    cursor,
    extent: { rows: rows.length, columns: view.sources.length, page: measures.pageOf(scroller.current) },
    peeking,
    onMove: go,
    onPeek: setPeeking,
    onOpen: open,
  });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    revealRow(element, cursor.row, rowHeight, headHeight);
    const cell = element.querySelector<HTMLElement>("[data-cursor]");
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (wantsFocus.current) cell?.focus({ preventScroll: true });
    wantsFocus.current = false;
  }, [cursor.row, cursor.column, rowHeight, headHeight]);

  useEffect(() => {
    const element = scroller.current;
    if (!peeking || element === null) return;
    const onScroll = () => setScrolled(element.scrollTop + element.scrollLeft / 10_000);
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => element.removeEventListener("scroll", onScroll);
  }, [peeking]);

  return (
    <div className="matrix">
      <h1 className="vh">Claims by sources</h1>
      <MatrixBar filter={filter} sort={sort} counts={counts} onFilter={setFilter} onSort={setSort} />
      {rows.length === 0 ? (
        <div className="matrix-none">
          <EmptyState
            title={`No ${filter} claims`}
            action={<Button onClick={() => setFilter("all")}>Show all</Button>}
          />
        </div>
      ) : (
        <MatrixGrid
          rows={rows}
          sources={view.sources}
          cursor={cursor}
          rowHeight={rowHeight}
          headHeight={headHeight}
          scroller={scroller}
          onPick={(next) => {
            go(next);
            if (measures.coarse) setPeeking(true);
          }}
          onOpen={open}
        />
      )}
      {peeking && claim !== undefined && source !== undefined ? (
        <MatrixPeek
          claim={claim}
          source={source}
          cell={cellOf(claim.id, source.id) ?? EMPTY_CELL}
          grid={scroller}
          moved={`${cursor.row} ${cursor.column} ${scrolled}`}
          onClose={() => {
            setPeeking(false);
            go(cursor);
          }}
        />
      ) : null}
      <MatrixOmissions sources={view.sources} />
    </div>
  );
}

function NothingYet() {
  const { caseId, view } = useCase();
  const lacksSources = view.sources.length === 0;
  return (
    <div className="matrix-none">
      <h1 className="vh">Claims by sources</h1>
      <EmptyState
        title={lacksSources ? "No sources yet" : "No claims yet"}
        action={
          <Link className="link" to={lacksSources ? "/c/$caseId/sources" : "/c/$caseId"} params={{ caseId }}>
            {lacksSources ? "Add sources" : "Open the workbench"}
          </Link>
        }
      >
        {lacksSources
          ? "The matrix sets every claim against every source. Add the sources first."
          : "Select a sentence that could be checked in the workbench and press C. It becomes the first row."}
      </EmptyState>
    </div>
  );
}
