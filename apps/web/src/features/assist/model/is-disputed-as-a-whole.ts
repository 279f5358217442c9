interface Read {
  suggestion: string;
  differences: readonly { compatible: boolean }[];
}

/** Read as disputed without a difference that shows it: the person is told, so as not to look for one in vain. */
export function isDisputedAsAWhole({ suggestion, differences }: Read): boolean {
  return suggestion === "disputed" && differences.every(({ compatible }) => compatible);
}
