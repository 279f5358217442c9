import type { CaseView } from "./case-view.ts";
import type { CellView } from "./cell.ts";
import { deriveCell, deriveCells, EMPTY_CELL } from "./cell.ts";
import { verdictsOf } from "./derive-verdict.ts";
import { whatDiffers } from "./what-differs.ts";

export type Cells = Map<string, Map<string, CellView>>;
export type Verdicts = ReturnType<typeof verdictsOf>;

/** A case with what was derived from it. */
export interface DerivedCase {
  view: CaseView;
  cells: Cells;
  verdicts: Verdicts;
}

/** How cells that were derived anew take over the objects of those known before. */
type Keep = (known: Cells | null, next: Cells) => Cells;

/**
 * Cells and verdicts of a case. Given the same case as it was derived before, they are the same as deriving all of them,
 * at the cost of the cells whose tags have changed since; what did not change stays the same object.
 */
export function deriveCase(view: CaseView, before: DerivedCase | null = null, keep: Keep = (_, next) => next): DerivedCase {
  const cells = before === null ? deriveCells(view) : followCells(before, view, keep);
  return { view, cells, verdicts: followVerdicts(before, view, cells) };
}

function followCells({ view: old, cells: known }: DerivedCase, view: CaseView, keep: Keep): Cells {
  const isSameTable =
    old.sources === view.sources && old.claims === view.claims && old.adjudications === view.adjudications;
  if (!isSameTable) return keep(known, deriveCells(view));
  if (old.tags === view.tags) return known;
  const touched = new Map<string, { claimId: string; sourceId: string }>();
  const { gone, come } = whatDiffers(old.tags, view.tags);
  for (const tag of [...come, ...gone]) touched.set(`${tag.claimId} ${tag.sourceId}`, tag);
  const cells: Cells = new Map(known);
  for (const { claimId, sourceId } of touched.values()) {
    const row = cells.get(claimId);
    if (row?.has(sourceId) !== true) continue;
    const own = view.tags.filter((tag) => tag.claimId === claimId && tag.sourceId === sourceId);
    const rulings = own.flatMap((tag) => view.adjudications.filter(({ tagId }) => tagId === tag.id));
    cells.set(claimId, new Map(row).set(sourceId, own.length === 0 ? EMPTY_CELL : deriveCell(own, rulings)));
  }
  return cells;
}

function followVerdicts(before: DerivedCase | null, view: CaseView, cells: Cells): Verdicts {
  const isSameRule =
    before !== null &&
    before.view.sources === view.sources &&
    before.view.policy === view.policy &&
    before.view.overrides === view.overrides &&
    before.view.claims === view.claims;
  if (!isSameRule) return verdictsOf(view, cells);
  if (before.cells === cells) return before.verdicts;
  const claims = view.claims.filter(({ id }) => before.cells.get(id) !== cells.get(id));
  const changed = verdictsOf({ ...view, claims }, cells);
  return new Map([...before.verdicts].map(([id, verdict]) => [id, changed.get(id) ?? verdict]));
}
