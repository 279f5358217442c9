import type { AppRouter } from "@assay/server";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useState } from "react";
import { Select } from "../../components/field.tsx";
import { WordDiff } from "../../components/word-diff-text.tsx";
import { api } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { useCase } from "../case/use-case.ts";

type Difference = inferRouterOutputs<AppRouter>["release"]["compare"][number];

const NOW = "now";

/** Two releases, or the last one and the case of today, in words. */
export function CompareReleases() {
  const { caseId, view } = useCase();
  const last = view.releases.at(-1)?.number ?? 0;
  const [chosen, setChosen] = useState<{ from: string; to: string } | null>(null);
  const { from, to } = chosen ?? { from: String(last), to: NOW };
  const wanted = { caseId, from: Number(from), to: to === NOW ? null : Number(to) };
  const query = useQuery({
    // What is compared with today is another answer after each change.
    queryKey: ["release.compare", wanted, to === NOW ? view.lastEvent : 0],
    queryFn: ({ signal }) => api.release.compare.query(wanted, { signal }),
    placeholderData: keepPreviousData,
  });
  const numbers = view.releases.map(({ number }) => ({ value: String(number), label: `Release ${number}` }));
  return (
    <section aria-labelledby="compare-title">
      <h2 id="compare-title">What changed</h2>
      <p className="compare-pick">
        <label htmlFor="compare-from">From</label>
        <Select id="compare-from" value={from} options={numbers} onChange={(value) => setChosen({ from: value, to })} />
        <label htmlFor="compare-to">to</label>
        <Select
          id="compare-to"
          value={to}
          options={[...numbers, { value: NOW, label: "Now" }]}
          onChange={(value) => setChosen({ from, to: value })}
        />
      </p>
      {query.isError ? (
        <p role="alert">{refusalOf(query.error).message}</p>
      ) : query.data === undefined ? (
        <p className="meta">Comparing …</p>
      ) : (
        <Differences
          differences={query.data}
          none={to === NOW ? `Nothing has changed since release ${from}.` : "They say the same."}
        />
      )}
    </section>
  );
}

function Differences({ differences, none }: { differences: Difference[]; none: string }) {
  if (differences.length === 0) return <p className="meta">{none}</p>;
  return (
    <>
      <p className="meta">
        {differences.length} {differences.length === 1 ? "difference" : "differences"}
      </p>
      <ul className="differences" aria-label="Differences">
        {differences.map(({ claimLabel, sourceName, what, before, after }, index) => (
          <li key={index}>
            <p className="difference-what">
              <b>{[claimLabel, what].filter(Boolean).join(", ")}</b>
              {sourceName === null ? null : <span className="meta"> {sourceName}</span>}
            </p>
            <p className="difference-words">
              {before === "" ? (
                <ins>{after}</ins>
              ) : after === "" ? (
                <del>{before}</del>
              ) : (
                <WordDiff before={before} after={after} />
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
