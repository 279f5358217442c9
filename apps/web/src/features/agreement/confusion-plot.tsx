import type { AgreementReport, Stance } from "@assay/domain";
import { STANCES } from "@assay/domain";
import type { CSSProperties } from "react";
import { StanceGlyph } from "../../components/stance.tsx";
import { useCase } from "../case/use-case.ts";

type Confusion = AgreementReport["confusion"];

/**
 * Which stances are taken for which. With two annotators: cells, by what the one and the other said. With more: the
 * coincidences of Krippendorff's matrix, where each cell counts as often as it has tags. A table, so that it can be
 * read without seeing the shades.
 */
export function ConfusionPlot({ confusion }: { confusion: Confusion }) {
  const { personById } = useCase();
  const { crossTable } = confusion;
  const nameOf = (id: string) => personById(id)?.name ?? "Somebody who left";
  const counts = crossTable?.units ?? confusion.coincidences;
  const most = Math.max(1, ...counts.flat());
  const at = (row: Stance, column: Stance) =>
    counts[confusion.categories.indexOf(row)]?.[confusion.categories.indexOf(column)] ?? 0;
  const caption =
    crossTable === null
      ? "How often two tags of one cell say …"
      : `${nameOf(crossTable.rows)} (rows) and ${nameOf(crossTable.columns)} (columns)`;
  return (
    <table className="agreement-confusion">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td />
          {STANCES.map((stance) => (
            <th key={stance} scope="col">
              <StanceGlyph stance={stance} />
              {stance}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {STANCES.map((row) => (
          <tr key={row}>
            <th scope="row">
              <StanceGlyph stance={row} />
              {row}
            </th>
            {STANCES.map((column) => {
              const count = at(row, column);
              const kind = row === column ? "agreement-same" : "agreement-apart";
              return (
                <td key={column} className={kind} style={{ "--share": count / most } as CSSProperties}>
                  {Number.isInteger(count) ? count : count.toFixed(1)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
