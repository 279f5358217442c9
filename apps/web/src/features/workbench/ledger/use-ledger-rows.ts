import { useDeferredValue, useLayoutEffect, useMemo } from "react";
import { useCase } from "../../case/use-case.ts";
import { ledgerRows } from "../model/ledger-filter.ts";
import type { LedgerRows } from "../model/ledger-filter.ts";
import { useBench, useBenchParts } from "../state/bench-context.tsx";

/** Call it once, at the page: it also tells `j` and `k` which claims there are. */
export function useLedgerRows(): LedgerRows {
  const { view, cells, verdicts, me } = useCase();
  const { rows } = useBenchParts();
  const filter = useBench((state) => state.filter);
  const query = useDeferredValue(useBench((state) => state.query));
  const result = useMemo(
    () =>
      ledgerRows(
        { claims: view.claims, cells, verdicts, sourceCount: view.sources.length, userId: me.id },
        filter,
        query,
      ),
    [view.claims, view.sources.length, cells, verdicts, me.id, filter, query],
  );
  useLayoutEffect(() => {
    rows.current = result.rows;
  }, [rows, result]);
  return result;
}
