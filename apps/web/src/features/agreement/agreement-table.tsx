import type { AgreementMeasure } from "@assay/domain";
import { FEW_UNITS } from "@assay/domain";
import { Measure } from "./measure.tsx";
import type { Slice } from "./model/agreement-slices.ts";

interface AgreementTableProps {
  slices: readonly Slice[];
  chosen: Slice;
  onChoose: (slice: Slice) => void;
}

/** Below this a coefficient is a number without a meaning, and is not shown. */
const LEAST = 5;

/** Parts without a cell that two people tagged have nothing to measure. */
const isShown = (group: Slice["group"]) => (slice: Slice) =>
  slice.group === group && (group === "all" || slice.report.counts.pairableUnits > 0);

const GROUPS = { all: null, source: "By source", type: "By claim type" } as const;

/** One row a part of the case, one column a measure, each with its 95 % interval. */
export function AgreementTable({ slices, chosen, onChoose }: AgreementTableProps) {
  return (
    <div className="agreement-scroll">
      <table className="agreement-table">
        <thead>
          <tr>
            <th scope="col">Part of the case</th>
            <th scope="col">Cells</th>
            <th scope="col">Agree</th>
            <th scope="col" title="Krippendorff 2011: nominal, any number of annotators, tags may be lacking">
              Krippendorff’s α
            </th>
            <th scope="col" title="Fleiss 1971, generalised to cells with unequal numbers of tags">
              Fleiss’ κ
            </th>
            <th scope="col" title="Cohen 1960: between exactly two annotators">
              Cohen’s κ
            </th>
            <th scope="col" title="Gwet 2008: steady where one stance is very common">
              Gwet’s AC1
            </th>
          </tr>
        </thead>
        {(["all", "source", "type"] as const).map((group) => (
          <tbody key={group}>
            {GROUPS[group] === null ? null : (
              <tr className="agreement-group">
                <th scope="rowgroup" colSpan={7}>
                  {GROUPS[group]}
                </th>
              </tr>
            )}
            {slices.filter(isShown(group)).map((slice) => (
              <Row key={slice.key} slice={slice} chosen={slice === chosen} onChoose={onChoose} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Row({ slice, chosen, onChoose }: { slice: Slice; chosen: boolean; onChoose: (slice: Slice) => void }) {
  const { report } = slice;
  const cells = report.counts.pairableUnits;
  const told = (measure: AgreementMeasure): AgreementMeasure =>
    cells < LEAST ? { value: null, interval: null, reason: `Fewer than ${LEAST} cells mean nothing.` } : measure;
  return (
    <tr aria-current={chosen ? "true" : undefined} data-few={cells < FEW_UNITS ? "" : undefined}>
      <th scope="row">
        <button type="button" className="agreement-choose" onClick={() => onChoose(slice)}>
          {slice.label}
        </button>
      </th>
      <td>
        {cells}
        {cells < FEW_UNITS ? <span className="agreement-few"> few</span> : null}
      </td>
      <td>
        <Measure measure={report.percentAgreement} percent />
      </td>
      <td>
        <Measure measure={told(report.krippendorffAlpha)} />
      </td>
      <td>
        <Measure measure={told(report.fleissKappa)} />
      </td>
      <td>
        <Measure measure={told(report.cohenKappa)} />
      </td>
      <td>
        <Measure measure={told(report.gwetAc1)} />
      </td>
    </tr>
  );
}
