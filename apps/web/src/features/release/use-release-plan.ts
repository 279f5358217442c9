import type { CaseView, ReleasePlan } from "@assay/domain";
import { lastRelease } from "@assay/domain";
import { useState } from "react";
import { useCase } from "../case/use-case.ts";

export interface PlanState {
  plan: ReleasePlan;
  change: (patch: Partial<ReleasePlan>) => void;
}

/** What is to be released: what somebody signed already, else what was released last, else everything. */
export function useReleasePlan(): PlanState {
  const { view } = useCase();
  const [draft, setDraft] = useState<ReleasePlan | null>(null);
  const plan = draft ?? view.signOffs.at(-1)?.plan ?? firstPlan(view);
  return { plan, change: (patch) => setDraft({ ...plan, ...patch }) };
}

function firstPlan(view: CaseView): ReleasePlan {
  const last = lastRelease(view);
  if (last !== null) return last.plan;
  const rated = view.ratings.some(({ entryId }) => entryId !== null);
  return { title: view.title, claimIds: "all", sourceIds: "all", settledOnly: false, rated };
}
