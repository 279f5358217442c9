import type { NavItem } from "../../shell/shell.tsx";
import type { Place } from "./place.ts";

/** The pages of the bar, by their names. */
export function pagePlaces(nav: readonly NavItem[]): Place[] {
  return nav.map(({ label, link }) => ({ id: `page ${label}`, kind: "page", code: "", name: label, hint: "", isPast: false, link }));
}
