import type { Element } from "./element.ts";
import { attribute } from "./element.ts";

/** Code, controls and pictures: they show no words that an article says. */
const WITHOUT_WORDS = new Set(
  (
    "head script style template noscript svg canvas iframe object embed audio video img picture map select textarea " +
    "button input datalist progress meter"
  ).split(" "),
);

const UNSEEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\s*(?:!\s*important\s*)?(?:;|$)/iu;

/** Whether a browser would show the words inside. Style sheets are not read: what only they hide is taken for shown. */
export function isShown(element: Element): boolean {
  const { tagName } = element;
  if (WITHOUT_WORDS.has(tagName) || element.attrs.some(({ name }) => name === "hidden")) return false;
  if (tagName === "dialog") return element.attrs.some(({ name }) => name === "open");
  return !UNSEEN.test(attribute(element, "style"));
}

const AROUND = new Set(["nav", "header", "footer", "aside", "menu"]);
const AROUND_ROLES = new Set(["navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar"]);

/** What stands around an article on the page of a site. */
export function isAround(element: Element): boolean {
  return AROUND.has(element.tagName) || AROUND_ROLES.has(attribute(element, "role").toLowerCase());
}

/** The same inside of an article: its head and foot are its own there, and so are boxes beside its words. */
export function isWayAround(element: Element): boolean {
  return element.tagName === "nav" || attribute(element, "role").toLowerCase() === "navigation";
}
