import { claimLabel, sourceName } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { EmptyState } from "../../components/empty-state.tsx";
import { useCase } from "../case/use-case.ts";
import { columnName } from "../matrix/model/cell-look.ts";
import type { CaseReport } from "./assist-types.ts";
import { omissionTable } from "./model/omission-rows.ts";
import type { Told } from "./model/omission-rows.ts";

const WORDS: Record<Told, string> = {
  told: "tells it",
  otherwise: "tells it otherwise",
  "left-out": "leaves it out",
  unread: "nothing found",
};
const CELL = 16;
const HEIGHT = 22;

/** What each source leaves out of what the others report: one picture, and the same as a table for those who hear it. */
export function OmissionPicture({ report }: { report: CaseReport }) {
  const { caseId, view } = useCase();
  const { claims, rows } = omissionTable(view, report);
  if (claims.length === 0 || rows.every(({ told, omitted }) => told + omitted.length === 0)) {
    return (
      <EmptyState title="Nothing to compare yet">
        Once there are claims that more than one source could tell, this shows who leaves which of them out.
      </EmptyState>
    );
  }
  const width = claims.length * CELL;
  return (
    <section className="sug-omissions" aria-label="What each source leaves out">
      <p className="bench-note">
        One mark a claim, {claimLabel(claims[0] ?? { number: 1 })} to {claimLabel(claims.at(-1) ?? { number: 1 })}, as the
        machine reads them; the matrix shows what people found.
      </p>
      <ul className="sug-key" aria-hidden>
        {(["told", "otherwise", "left-out", "unread"] as const).map((told) => (
          <li key={told}>
            <svg width={CELL} height={HEIGHT}>
              <Mark told={told} x={0} />
            </svg>
            {WORDS[told]}
          </li>
        ))}
      </ul>
      <ol className="sug-bars">
        {rows.map(({ source, cells, told, omitted }) => (
          <li key={source.id}>
            <p className="sug-barhead">
              <b>{columnName(source)}</b>
              <span className="meta">
                tells {told}, leaves out {omitted.length}
              </span>
            </p>
            <svg viewBox={`0 0 ${width} ${HEIGHT}`} style={{ maxWidth: width }} aria-hidden>
              {cells.map((one, index) => (
                <Mark key={claims[index]?.id ?? index} told={one} x={index * CELL} />
              ))}
            </svg>
            {omitted.length === 0 ? null : (
              <p className="sug-omitted">
                Leaves out{" "}
                {omitted.map((claim, index) => (
                  <span key={claim.id}>
                    {index === 0 ? "" : ", "}
                    <Link
                      className="bench-link"
                      title={claim.text}
                      to="/c/$caseId"
                      params={{ caseId }}
                      search={{ claim: claim.number, source: source.number }}
                    >
                      {claimLabel(claim)}
                    </Link>
                  </span>
                ))}
              </p>
            )}
          </li>
        ))}
      </ol>
      <table className="vh">
        <caption>What each source tells, as the machine reads it</caption>
        <thead>
          <tr>
            <th scope="col">Claim</th>
            {rows.map(({ source }) => (
              <th key={source.id} scope="col">
                {sourceName(source)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {claims.map((claim, index) => (
            <tr key={claim.id}>
              <th scope="row">
                {claimLabel(claim)} {claim.text}
              </th>
              {rows.map(({ source, cells }) => (
                <td key={source.id}>{WORDS[cells[index] ?? "unread"]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The signs of the stances, hollow: a bar, two rules, a hatched gap, a dot. */
function Mark({ told, x }: { told: Told; x: number }) {
  const [left, right, top, bottom] = [x + 2.5, x + CELL - 2.5, 3.5, HEIGHT - 3.5];
  const middle = HEIGHT / 2;
  switch (told) {
    case "told":
      return <rect className="sug-told" x={left} y={top} width={right - left} height={bottom - top} />;
    case "otherwise":
      return <path className="sug-otherwise" d={`M${left} ${middle - 4}H${right}M${left} ${middle + 4}H${right}`} />;
    case "left-out":
      return (
        <path
          className="sug-leftout"
          d={`M${left} ${bottom}L${right} ${top}M${left} ${middle}L${x + CELL / 2} ${top}M${x + CELL / 2} ${bottom}L${right} ${middle}`}
        />
      );
    case "unread":
      return <circle className="sug-unread" cx={x + CELL / 2} cy={middle} r={1.2} />;
  }
}
