import type { BlockDetail, LiveKind, TemplateBlock } from "@assay/domain";

/** What can be put into a report from the `/` menu. Claim cards and quotations are chosen in a picker first. */
export interface Insertable {
  key: string;
  label: string;
  what: string;
  /** Other words that find it. */
  also: string;
  make: TemplateBlock | "pick-claim" | "pick-evidence";
}

type PlainLive = Exclude<LiveKind, "findings" | "claim" | "evidence" | "annotated">;

const open = { audience: "public" } as const;
const words = () => ({ ...open, children: [{ text: "" }] });
const prose = (type: "lede" | "paragraph" | "quote"): TemplateBlock => ({ type, ...words() });
const heading = (level: 2 | 3): TemplateBlock => ({ type: "heading", level, ...words() });
const item = (ordered: boolean): TemplateBlock => ({ type: "item", ordered, ...words() });
const findings = (detail: BlockDetail): TemplateBlock => ({ type: "findings", detail, ...open });
const live = (type: PlainLive): TemplateBlock => ({ type, ...open });

export const INSERTABLES: readonly Insertable[] = [
  { key: "paragraph", label: "Paragraph", what: "running text", also: "text prose", make: prose("paragraph") },
  { key: "heading", label: "Heading", what: "begins a section", also: "title section h2", make: heading(2) },
  { key: "subheading", label: "Subheading", what: "begins a part of one", also: "h3 title", make: heading(3) },
  { key: "lede", label: "Standfirst", what: "the opening words, larger", also: "lede intro deck", make: prose("lede") },
  { key: "quote", label: "Quotation", what: "set back from the text", also: "blockquote", make: prose("quote") },
  { key: "bullets", label: "Bulleted list", what: "points in no order", also: "ul points", make: item(false) },
  { key: "numbers", label: "Numbered list", what: "points in order", also: "ol steps", make: item(true) },
  {
    key: "claim",
    label: "Claim card",
    what: "one claim, its verdict and sources",
    also: "statement",
    make: "pick-claim",
  },
  {
    key: "evidence",
    label: "Evidence quotation",
    what: "the exact words of a source",
    also: "passage",
    make: "pick-evidence",
  },
  {
    key: "findings",
    label: "All findings",
    what: "every claim, in full",
    also: "claims cards",
    make: findings("full"),
  },
  { key: "brief", label: "All findings in brief", what: "one line a claim", also: "claims", make: findings("brief") },
  { key: "matrix", label: "Matrix", what: "claims by sources", also: "table glance", make: live("matrix") },
  {
    key: "corroboration",
    label: "Corroboration chart",
    what: "how many origins bear each claim out",
    also: "graph",
    make: live("corroboration"),
  },
  {
    key: "omission",
    label: "Omission profile",
    what: "what each source leaves out",
    also: "chart missing",
    make: live("omission"),
  },
  {
    key: "agreement",
    label: "Agreement table",
    what: "how far annotators agree",
    also: "kappa alpha",
    make: live("agreement"),
  },
  {
    key: "sources",
    label: "Source list",
    what: "every source with its hash",
    also: "references",
    make: live("sources"),
  },
  { key: "method", label: "Method note", what: "how this was worked", also: "legend signs", make: live("method") },
  {
    key: "corrections",
    label: "Corrections",
    what: "what was changed after a release",
    also: "errata",
    make: live("corrections"),
  },
  {
    key: "annotated",
    label: "Annotated copy",
    what: "the draft line by line, with notes",
    also: "source text notes",
    make: { type: "annotated", sourceId: null, audience: "public" },
  },
  { key: "discussion", label: "Discussion", what: "threads of the desk", also: "comments", make: live("discussion") },
  {
    key: "opening",
    label: "Counted standfirst",
    what: "the report in three sentences",
    also: "summary",
    make: live("standfirst"),
  },
  { key: "figures", label: "Figures", what: "four numbers of the case", also: "counts", make: live("figures") },
];

/** Those whose words begin with each word typed, best first: a hit in the label goes before one in the rest. */
export function findInsertables(typed: string): Insertable[] {
  const words = typed.toLocaleLowerCase("en").split(/\s+/).filter((word) => word !== "");
  const begins = (text: string) => {
    const parts = text.toLocaleLowerCase("en").split(/\s+/);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  };
  const inLabel = INSERTABLES.filter(({ label }) => begins(label));
  const elsewhere = INSERTABLES.filter(({ label, what, also }) => begins(`${label} ${what} ${also}`));
  return [...new Set([...inLabel, ...elsewhere])];
}

export const KIND_WORDS: Record<TemplateBlock["type"], string> = {
  lede: "Standfirst",
  heading: "Heading",
  paragraph: "Paragraph",
  quote: "Quotation",
  item: "List item",
  standfirst: "Counted standfirst",
  figures: "Figures",
  findings: "All findings",
  claim: "Claim card",
  evidence: "Evidence quotation",
  matrix: "Matrix",
  corroboration: "Corroboration chart",
  omission: "Omission profile",
  agreement: "Agreement table",
  sources: "Source list",
  method: "Method note",
  corrections: "Corrections",
  annotated: "Annotated copy",
  discussion: "Discussion",
};
