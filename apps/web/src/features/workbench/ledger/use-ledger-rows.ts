import { useDeferredValue, useLayoutEffect, useMemo } from "react";
import type { CaseContext } from "../../case/use-case.ts";
import { useCaseOf } from "../../case/use-case.ts";
import { CLAIM_FILTERS } from "../model/claim-filters.ts";
import type { ClaimFilter } from "../model/claim-filters.ts";
import { ledgerRows } from "../model/ledger-filter.ts";
import type { LedgerRows } from "../model/ledger-filter.ts";
import { useBench, useBenchParts } from "../state/bench-context.tsx";

/** Call it once, at the page: it also tells `j` and `k` which claims there are. */
export function useLedgerRows(): LedgerRows {
  const { rows } = useBenchParts();
  const filter = useBench((state) => state.filter);
  const query = useDeferredValue(useBench((state) => state.query));
  const select = useMemo(() => rowSelector(filter, query), [filter, query]);
  const result = useCaseOf(select);
  useLayoutEffect(() => {
    rows.current = result.rows;
  }, [rows, result]);
  return result;
}

/** The same rows, as an object, until there are others: most changes of a case move no claim in or out. */
function rowSelector(filter: ClaimFilter, query: string): (context: CaseContext) => LedgerRows {
  let seen: CaseContext | null = null;
  let found: LedgerRows | null = null;
  return (context) => {
    const { view, cells, verdicts, me } = context;
    const isSame =
      seen !== null &&
      seen.view.claims === view.claims &&
      seen.view.sources === view.sources &&
      seen.cells === cells &&
      seen.verdicts === verdicts &&
      seen.me === me;
    seen = context;
    if (found !== null && isSame) return found;
    const next = ledgerRows({ claims: view.claims, cells, verdicts, sourceCount: view.sources.length, userId: me.id }, filter, query);
    if (found === null || !isSameRows(found, next)) found = next;
    return found;
  };
}

function isSameRows(a: LedgerRows, b: LedgerRows): boolean {
  return (
    a.rows.length === b.rows.length &&
    a.rows.every((row, at) => row === b.rows[at]) &&
    CLAIM_FILTERS.every((name) => a.counts[name] === b.counts[name])
  );
}
