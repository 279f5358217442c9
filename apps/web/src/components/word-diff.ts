import diff from "fast-diff";

export interface DiffPart {
  kind: "same" | "insert" | "delete";
  text: string;
}

/** Words, runs of white space, and single other characters; joined they give the text back. */
const TOKEN = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*|\s+|[^\p{L}\p{N}\p{M}\s]/gu;

/** fast-diff must never see half of a surrogate pair, so tokens are numbered around that range. */
const SURROGATES_START = 0xd800;
const SURROGATES = 0x800;
const TOKENS_MAX = 0x10000 - SURROGATES - 1;

/**
 * What changed between two wordings, by words. More distinct words than there are code units (a pasted book) come back
 * as one deletion and one insertion.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  const words: string[] = [];
  const numbers = new Map<string, number>();
  const encode = (text: string): string => {
    let coded = "";
    for (const token of text.match(TOKEN) ?? []) {
      let number = numbers.get(token);
      if (number === undefined) {
        number = words.length;
        words.push(token);
        numbers.set(token, number);
      }
      coded += String.fromCharCode(number < SURROGATES_START ? number : number + SURROGATES);
    }
    return coded;
  };
  const codedBefore = encode(before);
  const codedAfter = encode(after);
  if (words.length > TOKENS_MAX) return whole(before, after);
  const decode = (coded: string): string => {
    let text = "";
    for (let at = 0; at < coded.length; at += 1) {
      const code = coded.charCodeAt(at);
      text += words[code < SURROGATES_START ? code : code - SURROGATES] ?? "";
    }
    return text;
  };
  return diff(codedBefore, codedAfter, undefined, true).map(([operation, coded]) => ({
    kind: operation === diff.EQUAL ? "same" : operation === diff.INSERT ? "insert" : "delete",
    text: decode(coded),
  }));
}

function whole(before: string, after: string): DiffPart[] {
  return [
    { kind: "delete", text: before },
    { kind: "insert", text: after },
  ];
}
