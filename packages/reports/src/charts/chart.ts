/**
 * A picture of figures that stands by itself: the same SVG on a page, in print and in a file. It never says by hue
 * alone, and whoever does not see it has the words and the table.
 */
export interface Chart {
  title: string;
  /** What it shows, in a sentence or two: its text alternative. */
  description: string;
  /** A whole `svg` element without references to anything outside it. */
  svg: string;
  /** In SVG units, which are points in print. */
  width: number;
  height: number;
  /** The same in pieces, none of them taller than a printed page; one alone where the whole is not. */
  sheets: { svg: string; description: string }[];
  table: { head: string[]; rows: string[][] };
}
