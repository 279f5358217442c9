import type { Attribution } from "@assay/assist";

/** A document with its attributions as people marked them; each part can be in several spans. */
export interface GoldDocument {
  id: string;
  text: string;
  attributions: { source?: GoldPart[]; cue?: GoldPart[]; content?: GoldPart[] }[];
}

interface GoldPart {
  spans: [start: number, end: number][];
}

export interface Grade {
  direct: number;
  directFound: number;
  directRight: number;
  directExact: number;
  indirect: number;
  indirectFound: number;
  indirectRight: number;
  ours: number;
  oursRight: number;
}

/**
 * A marked attribution is direct when its content opens with a quote mark. It is found when one of ours overlaps its
 * content, the one that overlaps most counts. Its source is right when ours overlaps the marked source and at least
 * half of the words of the shorter of the two stand in the other, which forgives an apposition ("Quill" for "Quill, the
 * mayor,") and nothing else. Attributions that people marked without a source are left out.
 */
export function gradeAttributions({ text, attributions }: GoldDocument, found: readonly Attribution[]): Grade {
  const grade: Grade = { direct: 0, directFound: 0, directRight: 0, directExact: 0, indirect: 0, indirectFound: 0, indirectRight: 0, ours: 0, oursRight: 0 };
  const marked = attributions.map(({ source, content }) => ({ source: spansOf(source), content: spansOf(content) }));
  for (const { source, content } of marked) {
    const [first] = content;
    if (first === undefined || source.length === 0) continue;
    const direct = /^\s*["“”'‘«]/.test(text.slice(...first)) || /["“”«]$/.test(text.slice(0, first[0]));
    const kind = direct ? "direct" : "indirect";
    grade[kind] += 1;
    const best = found
      .map((one) => ({ one, overlap: overlapOf(content, [one.content.start, one.content.end]) }))
      .filter(({ one, overlap }) => overlap > 0 && (!direct || one.direct))
      .toSorted((a, b) => b.overlap - a.overlap)[0]?.one;
    if (best === undefined) continue;
    grade[`${kind}Found`] += 1;
    if (best.speaker === null) continue;
    const speaker: [number, number] = [best.speaker.start, best.speaker.end];
    const right = sameWords(text, source, speaker);
    if (right) grade[`${kind}Right`] += 1;
    if (direct && source.some(([start, end]) => start === speaker[0] && end === speaker[1])) grade.directExact += 1;
  }
  grade.ours = found.length;
  grade.oursRight = found.filter(({ content }) => marked.some((one) => overlapOf(one.content, [content.start, content.end]) > 0)).length;
  return grade;
}

const spansOf = (parts: GoldPart[] | undefined): [number, number][] => (parts ?? []).flatMap(({ spans }) => spans);

function overlapOf(spans: readonly [number, number][], [start, end]: [number, number]): number {
  return spans.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)), 0);
}

function sameWords(text: string, source: readonly [number, number][], ours: [number, number]): boolean {
  const wordsIn = (spans: readonly [number, number][]) =>
    new Set(
      spans.flatMap(([start, end]) => [...text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)].map((match) => start + match.index)),
    );
  const theirs = wordsIn(source);
  const mine = wordsIn([ours]);
  const shared = [...mine].filter((at) => theirs.has(at)).length;
  return shared > 0 && shared * 2 >= Math.min(mine.size, theirs.size);
}
