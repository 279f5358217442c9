import { firstBlockEndingAfter } from "./block-search.ts";
import { compareMarks, isSameMark, type HighlightMark } from "./highlight-mark.ts";
import { colourGroup, UNKNOWN, type PlacedMark } from "./overlap-group.ts";
import { cutRuns, runAt, type LetterRun } from "./letter-runs.ts";
import type { TextRange } from "./text-range.ts";

/** The part of a mark that lies in one block, in offsets of the whole text. */
export interface MarkSegment {
  mark: HighlightMark;
  start: number;
  end: number;
  /** 0–2: which underline the mark takes where several lie over the same words. */
  depth: number;
  /** Whether the mark begins in this block: only there does it carry its glyph and its number. */
  first: boolean;
}

/**
 * Marks by block. Every change answers with the blocks whose painting changed, so that one more mark costs the blocks it
 * touches and those of the marks it overlaps, whatever the size of the document.
 */
export class HighlightIndex {
  readonly #blocks: readonly TextRange[];
  readonly #entries = new Map<string, PlacedMark>();
  /** What was set last; null once a mark was added or removed by itself. */
  #last: readonly HighlightMark[] | null = [];
  readonly #byBlock = new Map<number, PlacedMark[]>();
  readonly #byClaim = new Map<string, Set<string>>();
  /** Of the blocks that were asked for letters since they last changed. */
  readonly #runs = new Map<number, readonly LetterRun[]>();
  #come: readonly HighlightMark[] = [];
  #gone = 0;

  constructor(blocks: readonly TextRange[]) {
    this.#blocks = blocks;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(id: string): HighlightMark | undefined {
    return this.#entries.get(id)?.mark;
  }

  /** What the last change brought and how many it took, a mark that is another than before counting as both. */
  get lastChange(): { come: readonly HighlightMark[]; gone: number } {
    return { come: this.#come, gone: this.#gone };
  }

  *marks(): IterableIterator<HighlightMark> {
    for (const { mark } of this.#entries.values()) yield mark;
  }

  /** Makes `marks` the whole content; only what differs is touched. Of two marks with one id the later counts. */
  set(marks: readonly HighlightMark[]): Set<number> {
    const before = this.#last;
    this.#last = marks;
    if (before === null || before.length !== this.#entries.size) return this.#setAll(marks);
    // Between two states of a case nearly all marks are the same, in the same order: those at both ends are passed over.
    const shorter = Math.min(before.length, marks.length);
    let head = 0;
    while (head < shorter && before[head] === marks[head]) head++;
    let tail = 0;
    while (tail < shorter - head && before.at(-1 - tail) === marks.at(-1 - tail)) tail++;
    const gone = before.slice(head, before.length - tail);
    const come = marks.slice(head, marks.length - tail);
    const changed = this.#exchange(gone, come);
    if (this.#entries.size === marks.length) return changed;
    // Marks with one id, or without a letter: which of them counts is not to be told from a part.
    const taken = this.#gone;
    const brought = this.#come;
    for (const block of this.#setAll(marks)) changed.add(block);
    this.#come = [...brought, ...this.#come];
    this.#gone += taken;
    return changed;
  }

  #setAll(marks: readonly HighlightMark[]): Set<number> {
    return this.#exchange([...this.marks()], marks);
  }

  #exchange(gone: readonly HighlightMark[], come: readonly HighlightMark[]): Set<number> {
    const wanted = new Map(come.map((mark) => [mark.id, mark]));
    const removed: PlacedMark[] = [];
    for (const { id } of gone) {
      const entry = this.#entries.get(id);
      const next = wanted.get(id);
      if (entry !== undefined && (next === undefined || !isSameMark(entry.mark, next))) removed.push(entry);
    }
    for (const entry of removed) this.#detach(entry);
    const added = [...wanted.values()].filter(({ id }) => !this.#entries.has(id));
    return this.#change(removed, added);
  }

  add(mark: HighlightMark): Set<number> {
    if (this.#entries.has(mark.id)) return this.replace(mark);
    this.#last = null;
    return this.#change([], [mark]);
  }

  remove(id: string): Set<number> {
    const entry = this.#entries.get(id);
    if (entry === undefined) return new Set();
    this.#last = null;
    this.#detach(entry);
    return this.#change([entry], []);
  }

  replace(mark: HighlightMark): Set<number> {
    const entry = this.#entries.get(mark.id);
    if (entry !== undefined && isSameMark(entry.mark, mark)) return new Set();
    this.#last = null;
    if (entry !== undefined) this.#detach(entry);
    return this.#change(entry === undefined ? [] : [entry], [mark]);
  }

  /**
   * The marks over the letter that begins at `offset`, outermost first. Of a block without changes the same list for
   * every letter of a stretch, so that however many lie there, finding them again costs two searches.
   */
  at(offset: number): readonly HighlightMark[] {
    const block = firstBlockEndingAfter(this.#blocks, offset);
    const entries = this.#entriesIn(block);
    if (entries.length === 0) return NO_MARKS;
    let runs = this.#runs.get(block);
    if (runs === undefined) {
      runs = cutRuns(entries.map(({ mark }) => mark));
      this.#runs.set(block, runs);
    }
    return runAt(runs, offset)?.marks ?? NO_MARKS;
  }

  inBlock(block: number): HighlightMark[] {
    return this.#entriesIn(block).map(({ mark }) => mark);
  }

  segments(block: number): MarkSegment[] {
    const bounds = this.#blocks[block];
    if (bounds === undefined) return [];
    return this.#entriesIn(block).map((entry) => ({
      mark: entry.mark,
      start: Math.max(entry.mark.start, bounds.start),
      end: Math.min(entry.mark.end, bounds.end),
      depth: this.#depthOf(entry),
      first: entry.firstBlock === block,
    }));
  }

  depth(id: string): number {
    const entry = this.#entries.get(id);
    return entry === undefined ? 0 : this.#depthOf(entry);
  }

  ofClaim(claimId: string): HighlightMark[] {
    const ids = [...(this.#byClaim.get(claimId) ?? [])];
    return ids.map((id) => this.#entries.get(id)!.mark).sort(compareMarks);
  }

  blocksOfClaim(claimId: string): Set<number> {
    const blocks = new Set<number>();
    for (const id of this.#byClaim.get(claimId) ?? []) addBlocks(blocks, this.#entries.get(id)!);
    return blocks;
  }

  /**
   * The next mark in reading order that begins after `offset`; given `current`, the one after that mark, so that of two
   * marks that begin together the second is not skipped. Null after the last.
   */
  next(offset: number, current?: HighlightMark): HighlightMark | null {
    const isAfter = (mark: HighlightMark): boolean =>
      current === undefined ? mark.start > offset : compareMarks(mark, current) > 0;
    for (let block = firstBlockEndingAfter(this.#blocks, offset); block < this.#blocks.length; block++) {
      for (const { mark, firstBlock } of this.#entriesIn(block)) if (firstBlock === block && isAfter(mark)) return mark;
    }
    return null;
  }

  /** The mark before, as `next`. */
  previous(offset: number, current?: HighlightMark): HighlightMark | null {
    const isBefore = (mark: HighlightMark): boolean =>
      current === undefined ? mark.start < offset : compareMarks(mark, current) < 0;
    const from = Math.min(firstBlockEndingAfter(this.#blocks, offset), this.#blocks.length - 1);
    for (let block = from; block >= 0; block--) {
      const entries = this.#entriesIn(block);
      for (let i = entries.length - 1; i >= 0; i--) {
        const { mark, firstBlock } = entries[i]!;
        if (firstBlock === block && isBefore(mark)) return mark;
      }
    }
    return null;
  }

  #entriesIn(block: number): readonly PlacedMark[] {
    return this.#byBlock.get(block) ?? [];
  }

  #change(detached: readonly PlacedMark[], added: readonly HighlightMark[]): Set<number> {
    const changed = new Set<number>();
    const touched: PlacedMark[] = [...detached];
    for (const mark of added) {
      const entry = this.#attach(mark);
      if (entry !== null) touched.push(entry);
    }
    for (const entry of touched) addBlocks(changed, entry);
    for (const block of changed) this.#runs.delete(block);
    this.#come = added;
    this.#gone = detached.length;
    this.#recolour(touched, changed);
    return changed;
  }

  /**
   * Depths change only within the groups of overlapping marks that `touched` marks belong to, or belonged to. Those of a
   * group nobody has asked about stay unknown: of thousands of marks that come at once a few are in view.
   */
  #recolour(touched: readonly PlacedMark[], changed: Set<number>): void {
    const done = new Set<PlacedMark>();
    for (const one of touched) {
      if (done.has(one) || !this.#isAskedAbout(one)) continue;
      const { group, moved } = colourGroup(one, (block) => this.#entriesIn(block));
      for (const entry of group) done.add(entry);
      for (const entry of moved) addBlocks(changed, entry);
    }
  }

  #depthOf(entry: PlacedMark): number {
    if (entry.depth === UNKNOWN) colourGroup(entry, (block) => this.#entriesIn(block));
    return entry.depth;
  }

  /** The depths of a group are known all or none; what overlaps a mark lies in one of its blocks. */
  #isAskedAbout({ depth, firstBlock, lastBlock }: PlacedMark): boolean {
    if (depth !== UNKNOWN) return true;
    for (let block = firstBlock; block <= lastBlock; block++) {
      for (const entry of this.#entriesIn(block)) if (entry.depth !== UNKNOWN) return true;
    }
    return false;
  }

  /** A mark that covers no letter of any block is kept out: there is nothing to paint or to hit. */
  #attach(mark: HighlightMark): PlacedMark | null {
    if (!(mark.start < mark.end)) return null;
    const firstBlock = firstBlockEndingAfter(this.#blocks, mark.start);
    let lastBlock = Math.min(firstBlockEndingAfter(this.#blocks, mark.end - 1), this.#blocks.length - 1);
    if (lastBlock >= 0 && this.#blocks[lastBlock]!.start >= mark.end) lastBlock--;
    if (firstBlock > lastBlock) return null;
    const letters = {
      start: Math.max(mark.start, this.#blocks[firstBlock]!.start),
      end: Math.min(mark.end, this.#blocks[lastBlock]!.end),
    };
    const entry: PlacedMark = { mark, letters, firstBlock, lastBlock, depth: UNKNOWN };
    this.#entries.set(mark.id, entry);
    const ofClaim = this.#byClaim.get(mark.claimId);
    if (ofClaim === undefined) this.#byClaim.set(mark.claimId, new Set([mark.id]));
    else ofClaim.add(mark.id);
    for (let block = firstBlock; block <= lastBlock; block++) {
      const entries = this.#byBlock.get(block);
      if (entries === undefined) this.#byBlock.set(block, [entry]);
      else entries.splice(insertionPoint(entries, mark), 0, entry);
    }
    return entry;
  }

  #detach(entry: PlacedMark): void {
    const { mark, firstBlock, lastBlock } = entry;
    this.#entries.delete(mark.id);
    const ofClaim = this.#byClaim.get(mark.claimId)!;
    ofClaim.delete(mark.id);
    if (ofClaim.size === 0) this.#byClaim.delete(mark.claimId);
    for (let block = firstBlock; block <= lastBlock; block++) {
      const entries = this.#byBlock.get(block)!;
      if (entries.length === 1) this.#byBlock.delete(block);
      else entries.splice(entries.indexOf(entry), 1);
    }
  }
}

const NO_MARKS: readonly HighlightMark[] = [];

function addBlocks(blocks: Set<number>, { firstBlock, lastBlock }: PlacedMark): void {
  for (let block = firstBlock; block <= lastBlock; block++) blocks.add(block);
}

function insertionPoint(entries: readonly PlacedMark[], mark: HighlightMark): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareMarks(entries[middle]!.mark, mark) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}
