import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, queryClient } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { useCaseOf } from "../case/use-case.ts";
import type { CaseReading, CaseSuggestions, ClaimAnswer } from "./assist-types.ts";
import { useMoves, withMoves } from "./dismissal-moves.ts";
import { lookAgainMs } from "./model/look-again.ts";
import { ofNow } from "./model/of-now.ts";
import { basisName, readingBasis } from "./model/reading-basis.ts";
import { useSettled } from "../../components/use-settled.ts";

const SETTLED_MS = 350;

const caseKey = (caseId: string) => ["assist", caseId] as const;

/** All of the machine's reading of this case. Asked for anew when a text or a wording changes; polled while it is read. */
export function useSuggestions() {
  return useReading(false);
}

/** Its cells, merges, splits and what was dismissed: what work on claims needs of it. Its long lists are empty. */
export function useSuggestionOutline() {
  return useReading(true);
}

function useReading(outline: boolean) {
  const caseId = useCaseOf((one) => one.caseId);
  const sources = useCaseOf(({ view }) => view.sources);
  const claims = useCaseOf(({ view }) => view.claims);
  const dismissals = useCaseOf(({ view }) => view.dismissals);
  const basis = useSettled(useMemo(() => readingBasis({ sources, claims }), [sources, claims]), SETTLED_MS);
  const query = useQuery({
    queryKey: [...caseKey(caseId), outline ? "outline" : "case", basisName(basis), dismissals],
    queryFn: () => readSuggestions(caseId, outline),
    enabled: sources.length > 0,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 30_000,
    refetchInterval: lookAgain,
  });
  const moves = useMoves();
  const { data: held } = query;
  const data = useMemo(() => (held === undefined ? undefined : withMoves(held, moves)), [held, moves]);
  return { data, error: query.error };
}

/** The readings that were fetched last, by whether they are outlines: large, and asked about often while another is being made. */
const fetched = new Map<boolean, { key: string; reading: CaseReading }>();

async function readSuggestions(caseId: string, outline: boolean): Promise<CaseSuggestions> {
  const known = fetched.get(outline);
  const answer = await api.assist.suggestions.query({ caseId, have: known?.key, outline });
  if (answer.unchanged && known !== undefined) return { ...answer, reading: known.reading };
  const { reading, readingKey: key } = answer;
  if (reading !== null && key !== null) fetched.set(outline, { key, reading });
  return answer;
}

/** Passages and differences for one claim: asked for once the choice of it has settled, at once where they are known. */
export function useClaimSuggestions(claimId: string | null) {
  const caseId = useCaseOf((one) => one.caseId);
  const sources = useCaseOf(({ view }) => view.sources);
  const claims = useCaseOf(({ view }) => view.claims);
  const basis = useSettled(useMemo(() => readingBasis({ sources, claims }), [sources, claims]), SETTLED_MS);
  const settled = useSettled(claimId, SETTLED_MS);
  const version = claims.find(({ id, withdrawn }) => id === claimId && !withdrawn)?.version;
  const { data: held, error } = useQuery({
    queryKey: [...caseKey(caseId), "claim", claimId, version, basisName(basis)],
    queryFn: () => api.assist.claim.query({ caseId, claimId: claimId ?? "" }),
    // While the claim is on its way to the desk there is nothing to ask the desk about it.
    enabled: claimId !== null && settled === claimId && version !== undefined && sources.length > 0 && basis.includes(claimId),
    placeholderData: (before: ClaimAnswer | undefined, query) => (query?.queryKey[3] === claimId ? before : undefined),
    staleTime: Infinity,
    gcTime: 60_000,
    retry: (failures, problem) => refusalOf(problem).code === "NETWORK" && failures < 3,
    refetchInterval: lookAgain,
  });
  const data = useMemo(() => (held === undefined ? undefined : ofNow(held, { claims, sources })), [held, claims, sources]);
  return { data, error };
}

/** Of each question whose reading is under way: when its page first heard so. */
const heardAt = new WeakMap<object, number>();

/** When the page looks whether a reading has got further; not at all once it is done. */
function lookAgain(query: { state: { data: { state: string } | undefined; dataUpdatedAt: number } }): number | false {
  const { data, dataUpdatedAt } = query.state;
  if (data?.state !== "reading") {
    heardAt.delete(query);
    return false;
  }
  const since = heardAt.get(query) ?? dataUpdatedAt;
  heardAt.set(query, since);
  return lookAgainMs(dataUpdatedAt - since);
}

/** Reads the case once more, after it failed or was stopped. */
export async function readAgain(caseId: string): Promise<void> {
  await api.assist.suggestions.query({ caseId, again: true });
  await askAgain(caseId);
}

export async function stopReading(caseId: string): Promise<void> {
  await api.assist.cancel.mutate({ caseId });
  await askAgain(caseId);
}

/** Resolves when every question that is open has its new answer. */
export async function askAgain(caseId: string): Promise<void> {
  const queryKey = caseKey(caseId);
  await queryClient.invalidateQueries({ queryKey });
  // What was dismissed is part of the question: by now the page may be asking another one.
  const predicate = ({ state }: { state: { fetchStatus: string } }) => state.fetchStatus === "fetching";
  await queryClient.refetchQueries({ queryKey, predicate }, { cancelRefetch: false });
}
