/** A date as it was read: the days it may mean. */
export interface ReadDate {
  readings: [number, number][];
  next: number;
  /** Granularity, for the sentence that explains a difference. */
  unit: "day" | "month" | "year" | "span";
}
