import type { NavItem } from "../../shell/shell.tsx";
import type { Place } from "./place.ts";

/** Belongs to no desk and no case, and is in no bar: reached by the face in its corner, and from here. */
const ACCOUNT: Place = {
  id: "page Your account",
  kind: "page",
  code: "",
  name: "Your account",
  hint: "name, password, sign-ins",
  isPast: false,
  link: { to: "/account" },
};

/** The pages of the bar, by their names, and the person's own. */
export function pagePlaces(nav: readonly NavItem[]): Place[] {
  const pages = nav.map(
    ({ label, link }): Place => ({ id: `page ${label}`, kind: "page", code: "", name: label, hint: "", isPast: false, link }),
  );
  return [...pages, ACCOUNT];
}
