import type { AgreementMeasure } from "@assay/domain";

const MINUS = "−";
const coefficient = (value: number) => value.toFixed(2).replace("-", MINUS);
const share = (value: number) => `${Math.round(value * 100)} %`;

/** A value with its 95 % interval under it; a dash, and why, where there is none. */
export function Measure({ measure, percent = false }: { measure: AgreementMeasure; percent?: boolean }) {
  const { value, interval, reason } = measure;
  const words = percent ? share : coefficient;
  if (value === null) {
    return (
      <span className="agreement-none" title={reason ?? undefined}>
        –<span className="vh"> {reason}</span>
      </span>
    );
  }
  return (
    <span className="agreement-value" title={reason ?? undefined}>
      {words(value)}
      {interval === null ? null : (
        <span className="agreement-interval">
          {words(interval.low)} … {words(interval.high)}
        </span>
      )}
    </span>
  );
}
