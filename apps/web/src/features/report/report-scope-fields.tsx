import type { VerdictKind } from "@assay/domain";
import { claimLabel, sourceName, VERDICT_KINDS } from "@assay/domain";
import { Checkbox, Segmented } from "../../components/choice.tsx";
import { VerdictMark } from "../../components/verdict-mark.tsx";
import { useCase } from "../case/use-case.ts";
import { claimsInScope, shownVerdict, toggled } from "./model/report-scope.ts";
import type { ReportOptions } from "./model/report-search.ts";

interface ScopeFieldsProps {
  options: ReportOptions;
  onChange: (patch: Partial<ReportOptions>) => void;
}

type ClaimChoice = "all" | "verdict" | "chosen";

export function ScopeFields({ options, onChange }: ScopeFieldsProps) {
  const { view, verdicts } = useCase();
  const claims = view.claims.filter((claim) => !claim.withdrawn);
  const choice: ClaimChoice = options.claims !== null ? "chosen" : options.verdicts !== null ? "verdict" : "all";
  const choose = (next: ClaimChoice) => {
    const inScope = claimsInScope(view, verdicts, options).map((claim) => claim.number);
    const counts = verdictCounts(verdicts, claims);
    if (next === "all") onChange({ claims: null, verdicts: null });
    else if (next === "verdict") onChange({ claims: null, verdicts: VERDICT_KINDS.filter((kind) => counts.has(kind)) });
    else onChange({ claims: inScope, verdicts: null });
  };
  return (
    <>
      <fieldset className="report-set">
        <legend className="h">Claims</legend>
        <Segmented<ClaimChoice>
          label="Claims in the report"
          value={choice}
          onChange={choose}
          options={[
            { value: "all", label: `All ${claims.length}` },
            { value: "verdict", label: "By verdict" },
            { value: "chosen", label: "Chosen" },
          ]}
        />
        {choice === "verdict" ? <VerdictBoxes options={options} onChange={onChange} /> : null}
        {choice === "chosen" ? <ClaimBoxes options={options} onChange={onChange} /> : null}
      </fieldset>
      <fieldset className="report-set">
        <legend className="h">Sources</legend>
        <ul className="report-boxes">
          {view.sources.map((source) => (
            <li key={source.id}>
              <Checkbox
                checked={options.sources === null || options.sources.includes(source.number)}
                onChange={() =>
                  onChange({
                    sources: toggled(
                      options.sources,
                      view.sources.map((one) => one.number),
                      source.number,
                    ),
                  })
                }
              >
                {sourceName(source)}
              </Checkbox>
            </li>
          ))}
        </ul>
      </fieldset>
      <Checkbox checked={options.settledOnly} onChange={(settledOnly) => onChange({ settledOnly })}>
        Settled cells only
      </Checkbox>
      <Checkbox checked={options.discussion} onChange={(discussion) => onChange({ discussion })}>
        Include the discussion
      </Checkbox>
    </>
  );
}

function VerdictBoxes({ options, onChange }: ScopeFieldsProps) {
  const { view, verdicts } = useCase();
  const counts = verdictCounts(verdicts, view.claims.filter((claim) => !claim.withdrawn));
  const held = options.verdicts ?? [];
  const toggle = (kind: VerdictKind) =>
    onChange({ verdicts: VERDICT_KINDS.filter((one) => (one === kind ? !held.includes(one) : held.includes(one))) });
  return (
    <ul className="report-boxes">
      {VERDICT_KINDS.filter((kind) => counts.has(kind)).map((kind) => (
        <li key={kind}>
          <Checkbox checked={held.includes(kind)} onChange={() => toggle(kind)}>
            <VerdictMark kind={kind} /> <span className="micro">{counts.get(kind)}</span>
          </Checkbox>
        </li>
      ))}
    </ul>
  );
}

function ClaimBoxes({ options, onChange }: ScopeFieldsProps) {
  const { view } = useCase();
  const claims = view.claims.filter((claim) => !claim.withdrawn);
  const held = options.claims ?? [];
  const toggle = (number: number) => {
    const next = held.includes(number) ? held.filter((one) => one !== number) : [...held, number];
    onChange({ claims: next.sort((a, b) => a - b) });
  };
  return (
    <>
      <p className="report-some meta">
        {held.length} of {claims.length}
        <button type="button" className="link" onClick={() => onChange({ claims: claims.map((one) => one.number) })}>
          Every one
        </button>
        <button type="button" className="link" onClick={() => onChange({ claims: [] })}>
          None
        </button>
      </p>
      <ul className="report-boxes report-claims">
        {claims.map((claim) => (
          <li key={claim.id}>
            <Checkbox checked={held.includes(claim.number)} onChange={() => toggle(claim.number)}>
              <span className="meta">{claimLabel(claim)}</span> {claim.text}
            </Checkbox>
          </li>
        ))}
      </ul>
    </>
  );
}

function verdictCounts(
  verdicts: ReturnType<typeof useCase>["verdicts"],
  claims: readonly { id: string }[],
): Map<VerdictKind, number> {
  const counts = new Map<VerdictKind, number>();
  for (const { id } of claims) {
    const verdict = verdicts.get(id);
    if (verdict === undefined) continue;
    const kind = shownVerdict(verdict);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}
