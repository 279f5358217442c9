import type { AppRouter } from "@assay/server";
import type { inferRouterOutputs } from "@trpc/server";

/** What the machine proposes, as the desk answers it. Nothing in it is a record before a person takes it. */
type Answers = inferRouterOutputs<AppRouter>["assist"];

export type CaseSuggestions = Answers["suggestions"];
export type CaseReading = NonNullable<CaseSuggestions["reading"]>;
export type CaseReport = CaseReading["report"];
export type ReadingState = CaseSuggestions["state"];
export type SourceSuggestions = CaseReading["sources"][number];
export type SuggestedClaim = SourceSuggestions["claims"][number];
export type Attribution = SourceSuggestions["attributions"][number];
export type ClaimAnswer = Answers["claim"];
export type ReadCell = ClaimAnswer["cells"][number];
export type SuggestedPassage = ReadCell["passages"][number];
export type Difference = CaseReport["differences"][number];
export type QuotePair = CaseReport["quotes"][number];
export type Merge = CaseReport["merges"][number];
export type Split = CaseReport["splits"][number];
export type Contradiction = CaseReport["contradictions"][number];
export type SharedText = CaseReport["shared"][number];
export type SourceGroup = CaseReport["independence"][number];
export type Omission = CaseReport["omissions"][number];
export type AssistSettings = Answers["settings"];
