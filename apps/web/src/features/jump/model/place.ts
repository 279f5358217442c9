import type { ShellLink } from "../../shell/shell.tsx";

export const PLACE_KINDS = ["claim", "source", "page", "person", "case"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Somewhere one can go by naming it. */
export interface Place {
  /** Unlike any other's. */
  id: string;
  kind: PlaceKind;
  /** What it is called for short: "C5", "2". Empty for what has no number. */
  code: string;
  name: string;
  /** Said beside the name, and found as well. */
  hint: string;
  /** Out of use, such as a withdrawn claim: found last. */
  isPast: boolean;
  link: ShellLink;
}
