import { useQueries } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { textQuery } from "../../case/case-query.ts";
import { useCaseOf } from "../../case/use-case.ts";
import { useBench, useBenchParts } from "../state/bench-context.tsx";
import { FindClient } from "./find-client.ts";
import { stepFind } from "./find-actions.ts";
import { keptHit } from "./find-state.ts";

/** Asks for the hits whenever what is looked for, or where, has changed. */
export function useFindSearch(ids: readonly string[]): void {
  const bench = useBenchParts();
  const caseId = useCaseOf((one) => one.caseId);
  const known = useCaseOf(({ view }) => view.sources);
  const scope = useBench((state) => state.find?.scope ?? null);
  const query = useBench((state) => state.find?.query ?? "");
  const options = useBench((state) => state.find?.options ?? null);
  const focused = useBench((state) => state.sourceId);
  const searched = scope === null ? [] : scope === "all" ? ids : focused === null ? [] : [focused];
  const sources = searched.map((id) => known.find((source) => source.id === id)).filter((source) => source !== undefined);
  const texts = useQueries({
    queries: sources.map((source) => textQuery(caseId, source)),
    combine: (results) => results.flatMap(({ data }) => (data === undefined ? [] : [data])),
  });
  const [client] = useState(() => new FindClient());
  useEffect(() => () => client.dispose(), [client]);

  const held = useRef(texts);
  useEffect(() => {
    held.current = texts;
  });
  // The texts are immutable, and named by their ids.
  const key = texts.map(({ id }) => id).join(" ");
  useEffect(() => {
    if (options === null) return;
    const { store } = bench;
    const texts = held.current;
    void client.find(texts, query, options).then((answer) => {
      const { find } = store.getState();
      if (answer === null || find === null || find.query !== query || find.options !== options) return;
      const bySource = Object.fromEntries(
        texts.flatMap(({ id, sourceId }) => {
          const hits = answer.ok ? answer.hits[id] : undefined;
          return hits === undefined ? [] : [[sourceId, hits]];
        }),
      );
      const { wish } = find;
      store.setState({
        find: {
          ...find,
          hits: bySource,
          current: keptHit(find, bySource),
          problem: answer.ok ? null : answer.reason,
          searching: false,
          wish: null,
        },
      });
      if (wish !== null && answer.ok) stepFind(bench, wish);
    });
  }, [bench, client, key, query, options, scope]);
}
