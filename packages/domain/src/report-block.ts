/** Who a block is for: readers, or the desk alone. */
export const BLOCK_AUDIENCES = ["public", "internal"] as const;
export type BlockAudience = (typeof BLOCK_AUDIENCES)[number];

export const PROSE_KINDS = ["lede", "heading", "paragraph", "quote", "item"] as const;
export type ProseKind = (typeof PROSE_KINDS)[number];

/** What a live block shows comes from the case at the moment it is shown; the document keeps only which one it is. */
export const LIVE_KINDS = [
  "standfirst",
  "figures",
  "findings",
  "claim",
  "evidence",
  "matrix",
  "corroboration",
  "omission",
  "agreement",
  "sources",
  "method",
  "corrections",
  "annotated",
  "discussion",
] as const;
export type LiveKind = (typeof LIVE_KINDS)[number];

export interface ProseText {
  text: string;
  bold?: true;
  italic?: true;
}

export interface ProseLink {
  type: "link";
  /** http, https or mailto. */
  url: string;
  children: ProseText[];
}

export type ProseInline = ProseText | ProseLink;

interface Placed {
  /** Stable while the block is moved and edited; unique in its document. */
  id: string;
  audience: BlockAudience;
}

interface Prose extends Placed {
  /** Never empty. */
  children: ProseInline[];
}

export type ProseBlock =
  /** `lede` is the standfirst in the desk's own words. */
  | (Prose & { type: "lede" | "paragraph" | "quote" })
  /** 2 heads a section, 3 a part of one; 1 is the report's title. */
  | (Prose & { type: "heading"; level: 2 | 3 })
  /** Items of the same kind that follow each other are one list. */
  | (Prose & { type: "item"; ordered: boolean });

/** `brief`: the claim, its verdict and one line on its sources. `full`: each source's judgement with its evidence. */
export const BLOCK_DETAILS = ["full", "brief"] as const;
export type BlockDetail = (typeof BLOCK_DETAILS)[number];

export type LiveBlock =
  /** `findings` is every claim in the report, one card each. */
  | (Placed & { type: "findings"; detail: BlockDetail })
  | (Placed & { type: "claim"; claimId: string; detail: BlockDetail })
  /** One passage. Only ids: while its cell is blind a document must not carry its words (B1). */
  | (Placed & { type: "evidence"; claimId: string; sourceId: string; evidenceId: string })
  /** The text of one source, line by line, with numbered notes; null takes the draft, or else the first source. */
  | (Placed & { type: "annotated"; sourceId: string | null })
  | (Placed & { type: Exclude<LiveKind, "findings" | "claim" | "evidence" | "annotated"> });

export type ReportBlock = ProseBlock | LiveBlock;

/** The desk's report: its prose, with live blocks between. In the order in which it is read. */
export interface ReportDocument {
  title: string;
  blocks: ReportBlock[];
}

export function isProse(block: ReportBlock): block is ProseBlock {
  return (PROSE_KINDS as readonly string[]).includes(block.type);
}
