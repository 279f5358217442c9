import { HISTORY_GROUPS, claimLabel, sourceName } from "@assay/domain";
import type { HistoryGroup } from "@assay/domain";
import { Button } from "../../components/button.tsx";
import { Field, Input, Select } from "../../components/field.tsx";
import { useCase } from "../case/use-case.ts";
import type { HistorySearch } from "./history-search.ts";

const GROUP_WORDS: Record<HistoryGroup, string> = {
  tags: "Tags",
  reviews: "Reviews and rulings",
  claims: "Claims",
  verdicts: "Verdicts and ratings",
  sources: "Sources",
  threads: "Threads",
  work: "Assignments",
  release: "Releases",
  case: "Case and policy",
};

interface HistoryFiltersProps {
  search: HistorySearch;
  change: (next: Partial<Record<keyof HistorySearch, string | number | undefined>>) => void;
  clear: () => void;
}

const SHORT = 60;

export function HistoryFilters({ search, change, clear }: HistoryFiltersProps) {
  const { view } = useCase();
  const claims = view.claims.map((claim) => ({
    value: String(claim.number),
    label: `${claimLabel(claim)} ${short(claim.text)}`,
  }));
  const sources = [
    ...view.sources.map((source) => ({ value: String(source.number), label: sourceName(source) })),
    ...view.removedSources.map((source) => ({ value: String(source.number), label: `${sourceName(source)}, taken out` })),
  ];
  const people = view.people.map(({ id, name }) => ({ value: id, label: name }));
  const groups = HISTORY_GROUPS.map((group) => ({ value: group, label: GROUP_WORDS[group] }));
  const any = (label: string) => ({ value: "", label });
  const narrowed = Object.values(search).some((value) => value !== undefined);
  return (
    <div className="history-filters" role="search" aria-label="Narrow the history">
      <Field label="Claim">
        {(ids) => (
          <Select
            {...ids}
            value={String(search.claim ?? "")}
            options={[any("All claims"), ...claims]}
            onChange={(value) => change({ claim: value === "" ? undefined : Number(value) })}
          />
        )}
      </Field>
      <Field label="Source">
        {(ids) => (
          <Select
            {...ids}
            value={String(search.source ?? "")}
            options={[any("All sources"), ...sources]}
            onChange={(value) => change({ source: value === "" ? undefined : Number(value) })}
          />
        )}
      </Field>
      <Field label="Person">
        {(ids) => (
          <Select
            {...ids}
            value={search.by ?? ""}
            options={[any("Everybody"), ...people]}
            onChange={(value) => change({ by: value || undefined })}
          />
        )}
      </Field>
      <Field label="Kind">
        {(ids) => (
          <Select
            {...ids}
            value={search.what ?? ""}
            options={[any("Everything"), ...groups]}
            onChange={(value) => change({ what: value || undefined })}
          />
        )}
      </Field>
      <Field label="From">
        {(ids) => (
          <Input
            {...ids}
            type="date"
            value={search.from ?? ""}
            onChange={(event) => change({ from: event.target.value || undefined })}
          />
        )}
      </Field>
      <Field label="To">
        {(ids) => (
          <Input
            {...ids}
            type="date"
            value={search.to ?? ""}
            onChange={(event) => change({ to: event.target.value || undefined })}
          />
        )}
      </Field>
      {narrowed ? (
        <Button variant="quiet" onClick={clear}>
          Show all
        </Button>
      ) : null}
    </div>
  );
}

function short(text: string): string {
  const characters = Array.from(text);
  return characters.length <= SHORT ? text : `${characters.slice(0, SHORT).join("")}…`;
}
