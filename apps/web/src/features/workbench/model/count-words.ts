/** Words as a reader of the language counts them. */
export function countWords(text: string, language: string): number {
  let count = 0;
  for (const segment of segmenterFor(language).segment(text)) if (segment.isWordLike === true) count += 1;
  return count;
}

/** A language tag that no engine knows must not stop the attestation. */
function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language === "" ? undefined : language, { granularity: "word" });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: "word" });
  }
}
