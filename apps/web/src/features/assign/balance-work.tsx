import { claimLabel } from "@assay/domain";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/choice.tsx";
import { FormError } from "../../components/field.tsx";
import { api } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { useCase } from "../case/use-case.ts";
import { useCaseMutation } from "../case/use-case-mutation.ts";
import { columnName } from "../matrix/model/cell-look.ts";
import type { GiveOutProps } from "./assign-one.tsx";

/** How many cells without enough people are named one by one. */
const NAMED = 5;

/** The open cells of a place, shared out so that everybody has about as much; shown before it is done. */
export function BalanceWork({ scope, people, dueOn, note, onClose }: GiveOutProps) {
  const { caseId, view, personById, claimById, sourceById } = useCase();
  const { run } = useCaseMutation();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const chosen = people.map(({ id }) => id).filter((id) => !left.has(id));
  const share = {
    caseId,
    kind: scope.kind,
    people: chosen,
    claimIds: scope.claimId === null ? null : [scope.claimId],
    sourceIds: scope.sourceId === null ? null : [scope.sourceId],
  };
  const proposal = useQuery({
    queryKey: ["balance", share, view.lastEvent],
    queryFn: () => api.assignment.proposal.query(share),
    enabled: chosen.length > 0,
    placeholderData: keepPreviousData,
  });
  const plan = chosen.length === 0 ? undefined : proposal.data;
  const cells = plan?.assignments.length ?? 0;
  const giveOut = async () => {
    setBusy(true);
    setRefused(null);
    const sent = await run(
      "Share work out",
      (mutationId) => api.assignment.balance.mutate({ mutationId, ...share, dueOn, note }),
      { quiet: true },
    );
    setBusy(false);
    if (sent.ok) onClose();
    else setRefused(sent.refusal.message);
  };
  const nothing =
    chosen.length === 0
      ? "Choose at least one person."
      : plan === undefined
        ? "The proposal is being made."
        : cells === 0
          ? "There is nothing left to give out here."
          : null;
  return (
    <>
      <table className="assign-plan">
        <caption className="h">Proposal</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Cells now</th>
            <th scope="col">Added</th>
            <th scope="col">Then</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name }) => {
            const load = plan?.load.find(({ personId }) => personId === id);
            return (
              <tr key={id}>
                <th scope="row">
                  <Checkbox
                    checked={!left.has(id)}
                    onChange={(on) => setLeft(new Set(on ? [...left].filter((one) => one !== id) : [...left, id]))}
                  >
                    {personById(id)?.name ?? name}
                  </Checkbox>
                </th>
                <td>{load?.before ?? ""}</td>
                <td>{load === undefined ? "" : `+${load.after - load.before}`}</td>
                <td>{load?.after ?? ""}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {plan === undefined || plan.lacking.length === 0 ? null : (
        <p className="meta">
          {plan.lacking.length === 1 ? "One cell lacks" : `${plan.lacking.length} cells lack`} people who may do this:{" "}
          {plan.lacking
            .slice(0, NAMED)
            .map(({ claimId, sourceId }) => {
              const claim = claimById(claimId);
              const source = sourceById(sourceId);
              return `${claim === undefined ? "" : claimLabel(claim)} ${source === undefined ? "" : columnName(source)}`;
            })
            .join(", ")}
          {plan.lacking.length > NAMED ? " and more" : ""}. Choose more people.
        </p>
      )}
      <FormError>{refused ?? (proposal.isError ? refusalOf(proposal.error).message : null)}</FormError>
      <div className="assign-foot">
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" disabledReason={busy ? "It is being given out." : nothing} onClick={() => void giveOut()}>
          Give out {cells} {cells === 1 ? "cell" : "cells"}
        </Button>
      </div>
    </>
  );
}
