import type { ReleasePlan } from "@assay/domain";
import { lastRelease } from "@assay/domain";
import { useMemo } from "react";
import { api, newId } from "../../trpc.ts";
import { useCase } from "../case/use-case.ts";
import { useCaseMutation } from "../case/use-case-mutation.ts";

export interface CorrectionDraft {
  claimId: string | null;
  what: string;
  why: string;
}

/** Signatures and releases rest on what is on the screen at that moment, and the desk holds them to it. */
export function useReleaseWrites() {
  const { caseId, latest } = useCase();
  const { run } = useCaseMutation();
  return useMemo(() => {
    const of = (mutationId: string) => ({ mutationId, caseId });
    return {
      sign: (plan: ReleasePlan) =>
        run(
          "Sign off the report",
          (mutationId) =>
            api.release.sign.mutate({ ...of(mutationId), id: newId(), plan, seenEvent: latest().lastEvent }),
          { done: "You signed it off. Any change of the case ends your signature.", quiet: true },
        ),
      unsign: (signOffId: string) =>
        run(
          "Take back my signature",
          (mutationId) => api.release.unsign.mutate({ ...of(mutationId), signOffId }),
          { done: "Your signature is taken back.", quiet: true },
        ),
      make: (plan: ReleasePlan) => {
        const number = (lastRelease(latest())?.number ?? 0) + 1;
        return run(
          `Publish release ${number}`,
          (mutationId) =>
            api.release.make.mutate({ ...of(mutationId), id: newId(), plan, seenEvent: latest().lastEvent }),
          { done: `Release ${number} is out. It never changes.`, quiet: true },
        );
      },
      correct: (draft: CorrectionDraft) =>
        run(
          "Write a correction",
          (mutationId) => api.release.correct.mutate({ ...of(mutationId), id: newId(), ...draft }),
          { done: "The correction waits for the next release.", quiet: true },
        ),
      withdrawCorrection: (correctionId: string) =>
        run("Withdraw the correction", (mutationId) =>
          api.release.withdrawCorrection.mutate({ ...of(mutationId), correctionId }),
        ),
    };
  }, [caseId, latest, run]);
}
