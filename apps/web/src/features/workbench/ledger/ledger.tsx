import "./ledger.css";
import type { ClaimView } from "@assay/domain";
import { Plus, Search } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Button, IconButton } from "../../../components/button.tsx";
import { useCaseOf } from "../../case/use-case.ts";
import { CLAIM_FILTERS } from "../model/claim-filters.ts";
import type { ClaimFilter } from "../model/claim-filters.ts";
import type { LedgerRows } from "../model/ledger-filter.ts";
import { useBench, useBenchParts } from "../state/bench-context.tsx";
import { LedgerEmpty } from "./ledger-empty.tsx";
import { LedgerRow, rowId } from "./ledger-row.tsx";
import { MyDrafts } from "./my-drafts.tsx";
import { CHUNK, RowChunk } from "./row-chunk.tsx";

const WORDS: Record<ClaimFilter, string> = { all: "All", open: "Open", mine: "Mine", conflicting: "Conflicting" };

export function Ledger({ found, onChosen }: { found: LedgerRows; onChosen?: () => void }) {
  const bench = useBenchParts();
  const total = useCaseOf(({ view }) => standing(view.claims));
  const noSources = useCaseOf(({ view }) => view.sources.length === 0);
  const filter = useBench((state) => state.filter);
  const query = useBench((state) => state.query);
  const [finding, setFinding] = useState(query !== "");
  const close = () => {
    setFinding(false);
    bench.store.setState({ query: "" });
  };
  return (
    <section className="ledger" aria-label="Claims">
      <div className="bench-bar">
        <h2>Claims</h2>
        <span className="bench-meta">{total}</span>
        <span className="bench-grow" />
        <IconButton small label="Filter by words" pressed={finding} onClick={finding ? close : () => setFinding(true)}>
          <Search className="icon" aria-hidden />
        </IconButton>
        <Button
          variant="quiet"
          className="ledger-new"
          kbd="c"
          icon={<Plus className="icon" aria-hidden />}
          aria-label="New claim"
          onClick={() => bench.actions.newClaim()}
        >
          New
        </Button>
      </div>
      <div className="ledger-filters" role="group" aria-label="Which claims">
        {CLAIM_FILTERS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={filter === name}
            onClick={() => bench.store.setState({ filter: name })}
          >
            {WORDS[name]}
            {name === "all" && query === "" ? null : ` ${found.counts[name]}`}
          </button>
        ))}
      </div>
      {finding ? (
        <div className="ledger-find">
          <input
            type="search"
            aria-label="Claims with these words"
            placeholder="Words, claimant or number"
            value={query}
            autoFocus
            onChange={(event) => bench.store.setState({ query: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== "Escape") return;
              const list = event.currentTarget.closest(".ledger")?.querySelector<HTMLElement>(".ledger-rows");
              close();
              list?.focus({ preventScroll: true });
            }}
          />
        </div>
      ) : null}
      {found.rows.length === 0 ? (
        <LedgerEmpty none={total === 0} noSources={noSources} />
      ) : (
        <Rows found={found} {...(onChosen === undefined ? {} : { onChosen })} />
      )}
      <MyDrafts />
    </section>
  );
}

function Rows({ found, onChosen }: { found: LedgerRows; onChosen?: () => void }) {
  const { nav, store } = useBenchParts();
  const sources = useCaseOf(({ view }) => view.sources);
  const claimId = useBench((state) => state.claimId);
  const sourceId = useBench((state) => state.sourceId);
  const list = useRef<HTMLDivElement>(null);

  const choose = useCallback(
    (id: string) => {
      nav.choose(id);
      onChosen?.();
    },
    [nav, onChosen],
  );
  const openCell = useCallback(
    (id: string, source: string) => {
      nav.focusSource(source);
      choose(id);
    },
    [nav, choose],
  );

  const filter = useBench((state) => state.filter);
  // Only what the person at the screen does moves the list; other people's changes leave it where it is.
  const chunks = useMemo(() => inChunks(found.rows), [found.rows]);
  const shown = claimId !== null && found.rows.some((claim) => claim.id === claimId);
  useEffect(() => {
    if (claimId === null || !shown) return;
    list.current?.querySelector(`#${CSS.escape(rowId(claimId))}`)?.scrollIntoView({ block: "nearest" });
  }, [claimId, filter, shown]);

  return (
    <div
      ref={list}
      className="ledger-rows"
      role="listbox"
      tabIndex={0}
      aria-label="Claims"
      {...(shown ? { "aria-activedescendant": rowId(claimId) } : {})}
      onKeyDown={(event) => {
        const { rows } = found;
        if (event.key === "ArrowDown") nav.step(1);
        else if (event.key === "ArrowUp") nav.step(-1);
        else if (event.key === "Home") nav.choose(rows[0]?.id ?? null);
        else if (event.key === "End") nav.choose(rows[rows.length - 1]?.id ?? null);
        else if (event.key === "Enter") {
          const source = store.getState().sourceId;
          if (source !== null) nav.focusSource(source, { moveFocus: true });
          onChosen?.();
        } else return;
        event.preventDefault();
      }}
    >
      {chunks.map((chunk, at) => (
        <RowChunk
          key={at}
          list={list}
          rows={chunk.length}
          kept={chunks.length <= 2 || chunk.some((claim) => claim.id === claimId)}
        >
          {() =>
            chunk.map((claim, row) => (
              <LedgerRow
                key={claim.id}
                claim={claim}
                position={at * CHUNK + row + 1}
                total={found.rows.length}
                sources={sources}
                chosen={claim.id === claimId}
                sourceId={claim.id === claimId ? sourceId : null}
                onChoose={choose}
                onCell={openCell}
              />
            ))
          }
        </RowChunk>
      ))}
    </div>
  );
}

function standing(claims: readonly ClaimView[]): number {
  let count = 0;
  for (const { withdrawn } of claims) if (!withdrawn) count += 1;
  return count;
}

function inChunks<Row>(rows: readonly Row[]): Row[][] {
  const chunks: Row[][] = [];
  for (let at = 0; at < rows.length; at += CHUNK) chunks.push(rows.slice(at, at + CHUNK));
  return chunks;
}
