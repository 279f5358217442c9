/** A half-open range of UTF-16 offsets into a revision's text (X1). */
export interface TextRange {
  start: number;
  end: number;
}
