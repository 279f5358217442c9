import type { QueueDue, QueueHolder, QueuePage, QueueReason, QueueSort } from "@assay/domain";
import { QUEUE_DUE, QUEUE_HOLDERS, QUEUE_REASONS, QUEUE_SORTS } from "@assay/domain";
import { Button } from "../../components/button.tsx";
import { Select } from "../../components/field.tsx";
import type { WorkSearch } from "./work-search.ts";
import { isFiltered } from "./work-search.ts";
import { WHY_LABELS } from "./work-words.ts";

const DUE_LABELS: Record<QueueDue, string> = {
  overdue: "Overdue",
  today: "Due today",
  week: "Due within a week",
  later: "Due later",
  none: "Without a day",
};

const HOLDER_LABELS: Record<QueueHolder, string> = {
  me: "Assigned to me",
  others: "Assigned to others",
  nobody: "Assigned to nobody",
};

const SORT_LABELS: Record<QueueSort, string> = {
  due: "Due first",
  oldest: "Longest waiting first",
  newest: "Newest first",
  case: "By case and claim",
};

interface WorkFiltersProps {
  search: WorkSearch;
  page: QueuePage | undefined;
  onChange: (change: Partial<WorkSearch>) => void;
}

/** Each list offers what there is, with the count that choosing it shows. */
export function WorkFilters({ search, page, onChange }: WorkFiltersProps) {
  const kind = search.kind;
  const cases = (page?.cases ?? []).map(({ id, title, counts }) => ({
    id,
    name: title,
    count: kind === undefined ? Object.values(counts).reduce((sum, one) => sum + one, 0) : counts[kind],
  }));
  return (
    <div className="work-filters" role="group" aria-label="Filters">
      <Choice label="Case" all="All cases" value={search.case} options={counted(cases)} onChange={(value) => onChange({ case: value, source: undefined })} />
      <Choice
        label="Source"
        all="All sources"
        value={search.source}
        options={counted(page?.sources ?? [])}
        onChange={(source) => onChange({ source })}
      />
      <Choice
        label="Person"
        all="Everybody"
        value={search.person}
        options={counted(page?.authors ?? [])}
        onChange={(person) => onChange({ person })}
      />
      <Choice
        label="State"
        all="Any state"
        value={search.why}
        options={QUEUE_REASONS.map((value) => ({ value, label: capital(WHY_LABELS[value]) }))}
        onChange={(value) => onChange({ why: value as QueueReason | undefined })}
      />
      <Choice
        label="Due"
        all="Any day"
        value={search.due}
        options={QUEUE_DUE.map((value) => ({ value, label: DUE_LABELS[value] }))}
        onChange={(value) => onChange({ due: value as QueueDue | undefined })}
      />
      <Choice
        label="Assigned"
        all="Assigned or not"
        value={search.held}
        options={QUEUE_HOLDERS.map((value) => ({ value, label: HOLDER_LABELS[value] }))}
        onChange={(value) => onChange({ held: value as QueueHolder | undefined })}
      />
      <Select<QueueSort>
        aria-label="Order"
        value={search.sort ?? "due"}
        options={QUEUE_SORTS.map((value) => ({ value, label: SORT_LABELS[value] }))}
        onChange={(sort) => onChange({ sort: sort === "due" ? undefined : sort })}
      />
      {isFiltered(search) ? (
        <Button variant="quiet" onClick={() => onChange(NO_FILTERS)}>
          Clear
        </Button>
      ) : null}
    </div>
  );
}

export const NO_FILTERS = {
  case: undefined,
  source: undefined,
  person: undefined,
  why: undefined,
  due: undefined,
  held: undefined,
} satisfies Partial<WorkSearch>;

interface ChoiceProps {
  label: string;
  all: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}

function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  // What was chosen stays to be seen when the last piece of its work is done.
  const known = value === undefined || options.some((one) => one.value === value);
  const shown = [{ value: "", label: all }, ...options, ...(known ? [] : [{ value, label: "No work left there" }])];
  return (
    <Select
      aria-label={label}
      value={value ?? ""}
      options={shown}
      onChange={(chosen) => onChange(chosen === "" ? undefined : chosen)}
    />
  );
}

function counted(list: readonly { id: string; name: string; count: number }[]) {
  return list.filter(({ count }) => count > 0).map(({ id, name, count }) => ({ value: id, label: `${name} (${count})` }));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
