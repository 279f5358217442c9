import type { PairMeasure } from "@assay/domain";
import { useCase } from "../case/use-case.ts";
import { Measure } from "./measure.tsx";

/** Cohen's κ for each two people who tagged the same cells. */
export function PairTable({ pairs }: { pairs: readonly PairMeasure[] }) {
  const { personById } = useCase();
  const nameOf = (id: string) => personById(id)?.name ?? "Somebody who left";
  const shared = pairs.filter(({ units }) => units > 0);
  if (shared.length === 0) return null;
  return (
    <div className="agreement-scroll">
      <table className="agreement-table">
        <caption>Two by two</caption>
        <thead>
          <tr>
            <th scope="col">Annotators</th>
            <th scope="col">Cells</th>
            <th scope="col">Agree</th>
            <th scope="col">Cohen’s κ</th>
          </tr>
        </thead>
        <tbody>
          {shared.map((pair) => (
            <tr key={pair.annotators.join(" ")}>
              <th scope="row">{pair.annotators.map(nameOf).join(" and ")}</th>
              <td>{pair.units}</td>
              <td>{pair.percentAgreement === null ? "–" : `${Math.round(pair.percentAgreement * 100)} %`}</td>
              <td>
                <Measure measure={pair} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
