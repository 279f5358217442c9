import type { ClaimView, SourceView } from "@assay/domain";
import { blindnessOf } from "@assay/domain";
import type { CSSProperties, MouseEvent, RefObject } from "react";
import { useMemo, useRef } from "react";
import { initials } from "../../components/avatar.tsx";
import { assigneesByCell } from "../assign/assigned-cells.ts";
import { useCase } from "../case/use-case.ts";
import { MatrixHead } from "./matrix-head.tsx";
import { MatrixRow } from "./matrix-row.tsx";
import type { Cursor } from "./model/move-cursor.ts";
import { rowsToRender } from "./model/move-cursor.ts";
import { groupNumbers } from "./model/source-groups.ts";
import { OVERSCAN, useRowWindow } from "./use-row-window.ts";

/** With more sources than this a cell has no room for a whole word. */
const ROOMY_COLUMNS = 6;

interface MatrixGridProps {
  rows: readonly ClaimView[];
  sources: readonly SourceView[];
  cursor: Cursor;
  rowHeight: number;
  headHeight: number;
  scroller: RefObject<HTMLDivElement | null>;
  onPick: (cursor: Cursor) => void;
  onOpen: () => void;
}

/** Only the rows in view are in the document, so that 500 claims × 12 sources cost as much as 40. */
export function MatrixGrid(props: MatrixGridProps) {
  const { rows, sources, cursor, rowHeight, headHeight, scroller, onPick, onOpen } = props;
  const { view, cells, verdicts, personById } = useCase();
  const blindness = useMemo(() => blindnessOf(view.policy, view.openings), [view.policy, view.openings]);
  const { assignments, claims } = view;
  // Whole names for readers, initials for the eye; a row's map keeps its identity while nobody is given anything.
  const assigned = useMemo(() => {
    const ids = assigneesByCell(
      assignments,
      claims.map(({ id }) => id),
      sources.map(({ id }) => id),
    );
    const rowsOf = new Map<string, Map<string, { names: string; marks: string }>>();
    for (const [key, people] of ids) {
      const [claimId = "", sourceId = ""] = key.split(" ");
      const names = people.map((id) => personById(id)?.name ?? "somebody who left");
      const row = rowsOf.get(claimId) ?? new Map<string, { names: string; marks: string }>();
      row.set(sourceId, { names: names.join(", "), marks: names.map(initials).slice(0, 2).join(" ") });
      rowsOf.set(claimId, row);
    }
    return rowsOf;
  }, [assignments, claims, sources, personById]);
  const visible = useRowWindow(scroller, rowHeight, headHeight);
  const groups = groupNumbers(sources);
  const shown = rowsToRender({ ...visible, rowHeight, rows: rows.length }, OVERSCAN, cursor.row);
  const pressed = useRef<string | null>(null);

  const cellOf = (event: MouseEvent): Cursor | null => {
    if (!(event.target instanceof Element)) return null;
    const slot = event.target.closest<HTMLElement>("[data-column]");
    const row = slot?.closest<HTMLElement>("[data-row]");
    if (slot === null || row === null || row === undefined) return null;
    return { row: Number(row.dataset.row), column: Number(slot.dataset.column) };
  };
  const pick = (event: MouseEvent) => {
    const cell = cellOf(event);
    pressed.current = cell === null ? null : `${cell.row} ${cell.column}`;
    if (cell !== null) onPick(cell);
  };
  const open = (event: MouseEvent) => {
    const cell = cellOf(event);
    if (cell !== null && pressed.current === `${cell.row} ${cell.column}`) onOpen();
  };

  const measures = {
    "--matrix-columns": sources.length,
    "--matrix-group-count": Math.min(groups.size, 8),
    "--matrix-source-most": sources.length > 4 ? "118px" : "146px",
    "--matrix-row": `${rowHeight}px`,
    "--matrix-head": `${headHeight}px`,
  } as CSSProperties;
  return (
    <div ref={scroller} className="matrix-scroll" style={measures}>
      <div
        role="grid"
        className="matrix-grid"
        aria-label="Claims by sources"
        aria-rowcount={rows.length + 1}
        aria-colcount={sources.length + 4}
        onClick={pick}
        onDoubleClick={open}
      >
        <div role="rowgroup" className="matrix-top">
          <MatrixHead sources={sources} groups={groups} claimCount={rows.length} />
        </div>
        <div role="rowgroup" className="matrix-body" style={{ height: rows.length * rowHeight }}>
          {shown.map((index) => {
            const claim = rows[index];
            return claim === undefined ? null : (
              <MatrixRow
                key={claim.id}
                claim={claim}
                cells={cells.get(claim.id)}
                verdict={verdicts.get(claim.id)}
                sources={sources}
                groupCount={groups.size}
                narrow={sources.length > ROOMY_COLUMNS}
                row={index}
                top={index * rowHeight}
                blindness={blindness}
                assigned={assigned.get(claim.id)}
                cursorColumn={index === cursor.row ? cursor.column : -1}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
