import { remembered } from "../memo/remembered.ts";

/** Light stemming: plural and the common verb endings. Enough to tell that two words are the same one. */
export const stem = remembered(stemOf);

function stemOf(word: string): string {
  let w = word.replace(/'s?$/, "");
  if (w.length < 4) return w;
  if (w.endsWith("ies") && w.length > 4) w = `${w.slice(0, -3)}y`;
  else if (/(?:ss|x|ch|sh|z)es$/.test(w)) w = w.slice(0, -2);
  else if (w.endsWith("s") && !/(?:ss|us|is)$/.test(w)) w = w.slice(0, -1);
  if (w.length > 5 && w.endsWith("ing") && /[aeiouy]/.test(w.slice(0, -3))) w = undouble(w.slice(0, -3));
  else if (w.length > 4 && w.endsWith("ied")) w = `${w.slice(0, -3)}y`;
  else if (w.length > 4 && w.endsWith("ed") && /[aeiouy]/.test(w.slice(0, -2))) w = undouble(w.slice(0, -2));
  if (w.length > 4 && w.endsWith("e")) w = w.slice(0, -1);
  if (w.length > 4 && w.endsWith("ly")) w = w.slice(0, -2);
  return w;
}

/** "cancelled" and "travelled" double what "filled" has of its own. */
const DOUBLED = /(?:cance|trave|contro|labe|mode|signa|fue|equa|patro|compe|expe|rebe)ll$/;

const undouble = (w: string): string =>
  /([bdgklmnprt])\1$/.test(w) && w.length > 3 && (!w.endsWith("ll") || DOUBLED.test(w)) ? w.slice(0, -1) : w;

const STOP = new Set(
  (
    "a an the this that these those it its he his him she her hers they their them we us our you your i my me who whom " +
    "whose which what and or but nor so yet if as than then there here of in on at to from by with for about into onto " +
    "over under after before between during against without within through across out off up down per via is are was " +
    "were be been being am has have had having do does did doing done will would shall should can could may might must " +
    "not no also just only even very too more most less least much many some any each every all both either neither " +
    "such own same other another again once when where while because until since though although how why s t don didn " +
    "said says say saying told tells tell mr mrs ms dr sir yes now still already however ago 'll 're 've that's it's"
  ).split(" "),
);

export const isStop = (word: string): boolean => STOP.has(word);
