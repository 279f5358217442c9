import { Segmented } from "../../components/choice.tsx";
import { Select } from "../../components/field.tsx";
import type { MatrixFilter, MatrixSort } from "./model/matrix-rows.ts";
import { MATRIX_FILTERS, MATRIX_SORTS } from "./model/matrix-rows.ts";

const SORT_LABELS: Record<MatrixSort, string> = { claim: "Sort by claim", verdict: "Sort by verdict" };

const FILTER_LABELS: Record<MatrixFilter, string> = {
  all: "All",
  open: "Open",
  conflicting: "Conflicting",
  contested: "Contested",
  missing: "Missing",
};

interface MatrixBarProps {
  filter: MatrixFilter;
  sort: MatrixSort;
  counts: Record<MatrixFilter, number>;
  onFilter: (filter: MatrixFilter) => void;
  onSort: (sort: MatrixSort) => void;
}

export function MatrixBar({ filter, sort, counts, onFilter, onSort }: MatrixBarProps) {
  return (
    <div className="matrix-bar">
      <Segmented
        className="matrix-filters"
        label="Claims to show"
        value={filter}
        onChange={onFilter}
        options={MATRIX_FILTERS.map((value) => ({
          value,
          label: (
            <>
              {FILTER_LABELS[value]} <span className="micro">{counts[value]}</span>
            </>
          ),
        }))}
      />
      <span className="grow" />
      <Legend />
      <Select
        aria-label="Order of the claims"
        className="matrix-sort"
        value={sort}
        onChange={onSort}
        options={MATRIX_SORTS.map((value) => ({ value, label: SORT_LABELS[value] }))}
      />
    </div>
  );
}

function Legend() {
  return (
    <p className="matrix-legend meta not-phone">
      <span>
        <i className="matrix-key-settled" /> settled
      </span>
      <span>
        <i className="matrix-key-open" /> open
      </span>
      <span>
        <i className="matrix-key-empty" /> empty
      </span>
      <span>darker: more independent groups</span>
    </p>
  );
}
