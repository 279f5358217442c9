import type { ReactNode } from "react";
import { useLayoutEffect, useState } from "react";
import { createStore } from "zustand/vanilla";
import type { CaseContext } from "../../case/use-case.ts";
import { CaseReactContext, useCaseStore } from "../../case/use-case.ts";
import { useBenchParts } from "./bench-context.tsx";

/**
 * The case as the chosen claim's details see it: what happens to other claims' tags draws nothing in here anew. Handlers
 * ask for the case of the moment, as everywhere.
 */
export function ClaimScope({ children }: { children: ReactNode }) {
  const whole = useCaseStore();
  const { store: bench } = useBenchParts();
  const [scoped] = useState(() => createStore(() => whole.getState()));
  useLayoutEffect(() => {
    let claimId = bench.getState().claimId;
    const refresh = (): void => scoped.setState(whole.getState(), true);
    const onCase = (now: CaseContext): void => {
      if (!isSameFor(claimId, scoped.getState(), now)) refresh();
    };
    const onBench = (): void => {
      if (bench.getState().claimId === claimId) return;
      claimId = bench.getState().claimId;
      refresh();
    };
    refresh();
    const stops = [whole.subscribe(onCase), bench.subscribe(onBench)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [whole, bench, scoped]);
  return <CaseReactContext value={scoped}>{children}</CaseReactContext>;
}

/** Numbers of the log say nothing about a claim. */
const APART = new Set(["tags", "lastEvent", "lastHash"]);

function isSameFor(claimId: string | null, before: CaseContext, now: CaseContext): boolean {
  if (claimId === null || before.me !== now.me) return false;
  for (const [key, value] of Object.entries(now.view)) {
    if (!APART.has(key) && before.view[key as keyof typeof now.view] !== value) return false;
  }
  return (
    before.verdicts.get(claimId) === now.verdicts.get(claimId) &&
    before.cells.get(claimId) === now.cells.get(claimId) &&
    now.view.sources.every(({ id }) => before.tagsOf(claimId, id) === now.tagsOf(claimId, id))
  );
}
