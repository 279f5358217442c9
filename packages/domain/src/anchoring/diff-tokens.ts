import diff from "fast-diff";
import { splitTokens } from "./tokens.ts";

/** −1 only in the old list, 0 in both, 1 only in the new one: `count` tokens. */
export interface TokenStep {
  kind: -1 | 0 | 1;
  count: number;
}

/** Each distinct token is written as one character of a stretch that has neither spaces nor surrogates. */
const FIRST_CODE = 0x4e00;
const LAST_CODE = 0xd7ff;

/** `tidy` gives up equal stretches that are shorter than the changes on both their sides. */
export function diffTokens(oldTokens: string[], newTokens: string[], tidy: boolean): TokenStep[] {
  const codes = new Map<string, string>();
  const encode = (tokens: string[]) => {
    let encoded = "";
    for (const token of tokens) {
      let code = codes.get(token);
      if (code === undefined) {
        code = String.fromCharCode(Math.min(FIRST_CODE + codes.size, LAST_CODE));
        codes.set(token, code);
      }
      encoded += code;
    }
    return encoded;
  };
  const from = encode(oldTokens);
  const to = encode(newTokens);
  if (FIRST_CODE + codes.size > LAST_CODE) {
    return [
      { kind: -1, count: oldTokens.length },
      { kind: 1, count: newTokens.length },
    ];
  }
  return diff(from, to, undefined, tidy).map(([kind, run]) => ({ kind, count: run.length }));
}

/** A stretch that is equal in both texts. */
export interface Run {
  old: number;
  new: number;
  length: number;
}

/** A stretch of the old text beside one of the new. */
export interface Region {
  oldStart: number;
  oldEnd: number;
  newStart: number;
  newEnd: number;
}

/** Equal stretches of a small region, word by word. */
export function runsByTokens(oldText: string, newText: string, region: Region, tidy: boolean): Run[] {
  const oldTokens = splitTokens(oldText, region.oldStart, region.oldEnd);
  const newTokens = splitTokens(newText, region.newStart, region.newEnd);
  const runs: Run[] = [];
  let oldIndex = 0;
  let newIndex = 0;
  let { oldStart: old, newStart: fresh } = region;
  for (const { kind, count } of diffTokens(oldTokens, newTokens, tidy)) {
    const lengthOf = (tokens: string[], index: number) => {
      let length = 0;
      for (let i = 0; i < count; i += 1) length += tokens[index + i]?.length ?? 0;
      return length;
    };
    const oldLength = kind === 1 ? 0 : lengthOf(oldTokens, oldIndex);
    const newLength = kind === -1 ? 0 : lengthOf(newTokens, newIndex);
    if (kind === 0) runs.push({ old, new: fresh, length: oldLength });
    old += oldLength;
    fresh += newLength;
    if (kind !== 1) oldIndex += count;
    if (kind !== -1) newIndex += count;
  }
  return runs;
}
