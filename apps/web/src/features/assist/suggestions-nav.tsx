import type { SourceView } from "@assay/domain";
import { sourceName } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { Kbd } from "../../components/kbd.tsx";
import { useCase } from "../case/use-case.ts";
import type { ClaimLists } from "./model/claim-lists.ts";
import { LIST_NAMES, SUGGESTION_LISTS } from "./model/suggestions-search.ts";
import type { SuggestionList } from "./model/suggestions-search.ts";

interface NavProps {
  list: SuggestionList | undefined;
  source: SourceView | undefined;
  lists: ReadonlyMap<string, ClaimLists>;
  /** How many wait in a list; null where that is no list of suggestions. */
  openOf: (name: SuggestionList) => number | null;
}

/** The places of the page: each source's claims, then what is suggested across the case. */
export function PlacesNav({ list, source, lists, openOf }: NavProps) {
  const { caseId, view } = useCase();
  const current = (is: boolean) => (is ? { "aria-current": "true" as const } : {});
  return (
    <nav className="sug-nav" aria-label="Suggestions">
      <p className="sug-navhead">Claims in</p>
      <ul>
        {view.sources.map((one) => (
          <li key={one.id}>
            <Link
              to="/c/$caseId/suggestions"
              params={{ caseId }}
              search={{ source: one.number }}
              replace
              {...current(list === undefined && one.id === source?.id)}
            >
              <Kbd>{String(one.number)}</Kbd> <span className="sug-navname">{sourceName(one)}</span>
              <span className="sug-count">{lists.get(one.id)?.open.length ?? 0}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="sug-navhead">Across the case</p>
      <ul>
        {SUGGESTION_LISTS.map((name) => (
          <li key={name}>
            <Link to="/c/$caseId/suggestions" params={{ caseId }} search={{ list: name }} replace {...current(list === name)}>
              <span className="sug-navname">{LIST_NAMES[name]}</span>
              <span className="sug-count">{openOf(name)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface PhoneNavProps extends NavProps {
  go: (next: { source?: number; list?: SuggestionList }) => void;
}

/** Where there is no room for a column of places: the platform's own list of them. */
export function PhoneNav({ list, source, lists, openOf, go }: PhoneNavProps) {
  const { view } = useCase();
  return (
    <label className="sug-phonenav">
      <span className="vh">Suggestions for</span>
      <select
        className="input select"
        value={list ?? String(source?.number ?? "")}
        onChange={({ target: { value } }) => {
          const name = SUGGESTION_LISTS.find((one) => one === value);
          go(name === undefined ? { source: Number(value) } : { list: name });
        }}
      >
        <optgroup label="Claims in">
          {view.sources.map((one) => (
            <option key={one.id} value={String(one.number)}>
              {sourceName(one)} ({lists.get(one.id)?.open.length ?? 0})
            </option>
          ))}
        </optgroup>
        <optgroup label="Across the case">
          {SUGGESTION_LISTS.map((name) => (
            <option key={name} value={name}>
              {LIST_NAMES[name]}
              {openOf(name) === null ? "" : ` (${openOf(name)})`}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}
