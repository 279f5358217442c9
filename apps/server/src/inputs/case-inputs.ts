import { spokenPhrase, words } from "./basics.ts";

export const caseTitle = spokenPhrase(300, "Give the case a title.");
export const caseSummary = words(10_000);
