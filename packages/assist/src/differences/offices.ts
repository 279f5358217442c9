const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/));

/** Heads of a phrase that says what somebody is. */
const OFFICES = words(`
  minister president chancellor premier governor mayor secretary ambassador senator deputy speaker chairman chairwoman
  chairperson chair chief executive director manager head boss president treasurer commissioner commander inspector
  sergeant captain colonel general admiral officer judge prosecutor lawyer attorney solicitor barrister economist
  professor lecturer teacher researcher scientist doctor surgeon nurse restorer curator editor reporter correspondent
  columnist spokesman spokeswoman spokesperson councillor alderman bishop archbishop cardinal pope king queen prince
  princess coach trainer captain driver pilot clerk accountant auditor ombudsman coroner banker broker baker farmer
  fisherman student engineer architect painter artist singer actor actress writer author poet guard conductor engineer
  leader founder owner partner analyst adviser advisor consultant negotiator envoy representative delegate member
  lawmaker legislator mp hawk detective sheriff marshal constable superintendent principal dean rector provost
  harbourmaster warden librarian vicar priest pastor rabbi imam roofer plumber electrician mechanic dealer
`);

/** Offices that name one post of one body: two of them are two posts. */
const LEADING = words("chief head boss director leader executive manager officer");
const GENERIC = words("official leader boss member partner representative delegate officer hawk artist");
const SAME: Record<string, string> = {
  chairwoman: "chairman",
  chairperson: "chairman",
  chair: "chairman",
  spokeswoman: "spokesman",
  spokesperson: "spokesman",
  advisor: "adviser",
  lawmaker: "legislator",
  mp: "legislator",
  attorney: "lawyer",
  solicitor: "lawyer",
  barrister: "lawyer",
  actress: "actor",
  boss: "head",
  chief: "head",
  premier: "minister",
};

/** Fields of an office: they tell one minister from another. */
const FIELDS = words(`
  interior home foreign finance health labour labor transport defence defense education justice environment energy
  agriculture trade culture economy economic economics housing security sport tourism prime treasury collections
  communications operations research human legal marketing technology digital fisheries science welfare
`);
const SAME_FIELD: Record<string, string> = {
  labor: "labour",
  defense: "defence",
  home: "interior",
  treasury: "finance",
};
/** Words that make it another office: the deputy is not the minister. */
const RANKS = words("deputy vice assistant acting interim former ex shadow junior senior first chief general");

const singular = (word: string): string => (OFFICES.has(word) ? word : word.replace(/'s$/, ""));

export const isOffice = (word: string): boolean => OFFICES.has(singular(word));
export const isOfficeWord = (word: string): boolean =>
  isOffice(word) || FIELDS.has(word) || RANKS.has(word) || word === "prime";
export const officeOf = (word: string): string => SAME[singular(word)] ?? singular(word);
export const fieldOf = (word: string): string | undefined =>
  FIELDS.has(word) ? (SAME_FIELD[word] ?? word) : undefined;
export const isRank = (word: string): boolean => RANKS.has(word);
export const isGeneric = (word: string): boolean => GENERIC.has(word);
export const isLeading = (word: string): boolean => LEADING.has(word);
