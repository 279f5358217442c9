import type { BlockAudience, LiveBlock, ProseText, ReportBlock, ReportDocument } from "./report-block.ts";

/** Like `Omit`, for each member of a union by itself. */
type WithoutId<T> = T extends unknown ? Omit<T, "id"> : never;
export type TemplateBlock = WithoutId<ReportBlock>;

export const BUILT_IN_TEMPLATES = ["verdict-piece", "back-up", "annotated-copy", "one-page-brief"] as const;
export type BuiltInTemplate = (typeof BUILT_IN_TEMPLATES)[number];

/** A pattern for reports: it knows no case, so it names no claim, no passage and no source. */
export interface ReportTemplate {
  name: string;
  what: string;
  blocks: TemplateBlock[];
}

export interface SavedTemplateView {
  id: string;
  name: string;
  blocks: TemplateBlock[];
  createdBy: string;
  createdAt: string;
}

const text = (words: string): ProseText[] => [{ text: words }];
const of = (audience: BlockAudience) => ({
  heading: (words: string): TemplateBlock => ({ type: "heading", level: 2, audience, children: text(words) }),
  prose: (type: "lede" | "paragraph", words = ""): TemplateBlock => ({ type, audience, children: text(words) }),
  live: (type: Exclude<LiveBlock["type"], "findings" | "claim" | "evidence" | "annotated">): TemplateBlock => ({
    type,
    audience,
  }),
});

const open = of("public");
const inside = of("internal");

export const TEMPLATES: Record<BuiltInTemplate, ReportTemplate> = {
  "verdict-piece": {
    name: "Newsroom verdict piece",
    what: "for readers: what was found, claim by claim, and how",
    blocks: [
      open.live("standfirst"),
      open.live("figures"),
      open.prose("paragraph"),
      open.heading("Findings"),
      { type: "findings", detail: "full", audience: "public" },
      open.heading("Every finding at a glance"),
      open.live("matrix"),
      open.heading("Sources"),
      open.live("sources"),
      open.heading("How this was worked"),
      open.live("method"),
      open.live("corrections"),
    ],
  },
  "back-up": {
    name: "Internal back-up package",
    what: "for the desk and its lawyers: everything, with agreement and discussion",
    blocks: [
      inside.live("standfirst"),
      inside.live("figures"),
      inside.prose("paragraph"),
      inside.heading("Every finding at a glance"),
      inside.live("matrix"),
      inside.heading("How well the sources bear it out"),
      inside.live("corroboration"),
      inside.live("omission"),
      inside.heading("Findings"),
      { type: "findings", detail: "full", audience: "internal" },
      inside.heading("Agreement"),
      inside.live("agreement"),
      inside.heading("Discussion"),
      inside.live("discussion"),
      inside.heading("Sources"),
      inside.live("sources"),
      inside.heading("How this was worked"),
      inside.live("method"),
      inside.live("corrections"),
    ],
  },
  "annotated-copy": {
    name: "Line-by-line annotated copy",
    what: "the draft, with a numbered note at each claim",
    blocks: [
      inside.prose("paragraph"),
      inside.heading("The copy"),
      { type: "annotated", sourceId: null, audience: "internal" },
      inside.heading("Sources"),
      inside.live("sources"),
    ],
  },
  "one-page-brief": {
    name: "One-page brief",
    what: "a page for an editor in a hurry",
    blocks: [
      open.prose("lede"),
      open.live("figures"),
      { type: "findings", detail: "brief", audience: "public" },
      open.live("corroboration"),
      open.live("method"),
    ],
  },
};

export function documentFrom(blocks: readonly TemplateBlock[], title: string, newId: () => string): ReportDocument {
  return { title, blocks: blocks.map((block): ReportBlock => ({ ...block, id: newId() })) };
}

/** What every case begins with, before anybody wrote a word: the same for everybody, so its ids are counted. */
export function defaultDocument(title: string): ReportDocument {
  let next = 0;
  const newId = () => `00000000-0000-4000-8000-${(next += 1).toString(16).padStart(12, "0")}`;
  return documentFrom(TEMPLATES["verdict-piece"].blocks, title, newId);
}

/** What a template can keep of a document, and how many blocks it cannot, since they name things of this case. */
export function templateOf({ blocks }: ReportDocument): { blocks: TemplateBlock[]; leftOut: number } {
  const kept = blocks.filter((block) => block.type !== "claim" && block.type !== "evidence");
  const plain = kept.map(({ id: _, ...block }): TemplateBlock => {
    return block.type === "annotated" ? { ...block, sourceId: null } : block;
  });
  return { blocks: plain, leftOut: blocks.length - kept.length };
}
