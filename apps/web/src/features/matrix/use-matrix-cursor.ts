import type { ClaimView, SourceView } from "@assay/domain";
import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useCase } from "../case/use-case.ts";
import type { Cursor } from "./model/move-cursor.ts";

/** The address follows the cursor at a pace that a held-down arrow key does not turn into hundreds of entries. */
const ADDRESS_DELAY_MS = 180;

interface Place {
  claimId: string | null;
  sourceId: string | null;
  /** Where the cursor stood, for when its claim leaves the rows (a filter, a withdrawal). */
  row: number;
}

/**
 * The one cell cursor, held by claim and source so that filters, sorting and other people's changes do not move it.
 * It starts where the address says, and the address follows it.
 */
export function useMatrixCursor(rows: readonly ClaimView[], sources: readonly SourceView[]) {
  const { caseId, view } = useCase();
  const navigate = useNavigate();
  const router = useRouter();
  const search = useSearch({ from: "/c/$caseId/matrix" });
  const written = useRef("");

  const fromAddress = useCallback(
    (): Place => ({
      claimId: view.claims.find((claim) => claim.number === search.claim)?.id ?? null,
      sourceId: sources.find((source) => source.number === search.source)?.id ?? null,
      row: 0,
    }),
    [view.claims, sources, search.claim, search.source],
  );
  const [place, setPlace] = useState<Place>(fromAddress);

  // Back, forward, or a link to a cell while the page is open.
  const address = `${search.claim ?? ""} ${search.source ?? ""}`;
  const lastAddress = useRef(address);
  useEffect(() => {
    if (lastAddress.current === address) return;
    lastAddress.current = address;
    if (address !== written.current) setPlace(fromAddress());
  }, [address, fromAddress]);

  const cursor = useMemo<Cursor>(() => {
    const row = rows.findIndex((claim) => claim.id === place.claimId);
    const column = sources.findIndex((source) => source.id === place.sourceId);
    return { row: row >= 0 ? row : Math.min(place.row, Math.max(0, rows.length - 1)), column: Math.max(0, column) };
  }, [rows, sources, place]);

  const moveTo = useCallback(
    ({ row, column }: Cursor) => {
      setPlace({ claimId: rows[row]?.id ?? null, sourceId: sources[column]?.id ?? null, row });
    },
    [rows, sources],
  );

  const claim = view.claims.find((one) => one.id === place.claimId)?.number;
  const source = sources.find((one) => one.id === place.sourceId)?.number;
  useEffect(() => {
    if (claim === undefined || source === undefined) return;
    const next = `${claim} ${source}`;
    if (next === lastAddress.current) return;
    const timer = setTimeout(() => {
      // On the way to another page already: the matrix must not call the reader back.
      if (!router.latestLocation.pathname.endsWith("/matrix")) return;
      written.current = next;
      void navigate({ to: "/c/$caseId/matrix", params: { caseId }, search: { claim, source }, replace: true });
    }, ADDRESS_DELAY_MS);
    return () => clearTimeout(timer);
  }, [claim, source, caseId, navigate, router]);

  return { cursor, moveTo };
}
