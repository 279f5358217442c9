import type { DemoSource } from "./demo-case-types.ts";

/** The first two carry one wire's material, so their agreement counts once (V1). */
const WIRE = "Meridian News Wire";

export const demoSources: DemoSource[] = [
  {
    key: "northbank",
    file: "northbank-post.txt",
    completeness: "full",
    addedBy: "ana",
    meta: {
      title: "Putin and Trump talk for 50 minutes as Israel and Iran trade fire",
      publisher: "The Northbank Post",
      author: "Ilse Varga",
      url: "https://northbank-post.example/world/putin-trump-call",
      publishedAt: "2025-06-14",
      retrievedAt: "2025-06-16",
      kind: "article",
      language: "en",
      independenceGroup: WIRE,
    },
  },
  {
    key: "pellworth",
    file: "pellworth-standard.txt",
    completeness: "full",
    addedBy: "ana",
    meta: {
      title: "Putin shares wish for Israel–Iran war to stop, Trump says",
      publisher: "The Pellworth Standard",
      author: "Renée Castellan",
      url: "https://pellworth-standard.example/2025/06/15/birthday-call",
      publishedAt: "2025-06-15",
      retrievedAt: "2025-06-16",
      kind: "article",
      language: "en-US",
      independenceGroup: WIRE,
    },
  },
  {
    key: "sundial",
    file: "sundial-briefing.md",
    completeness: "full",
    addedBy: "priya",
    meta: {
      title: "More than an hour on the line: Trump, Putin and the war over Iran",
      publisher: "Sundial Briefing",
      author: "Joaquín Pell",
      url: "https://sundial-briefing.example/2025-06-15",
      publishedAt: "2025-06-15",
      retrievedAt: "2025-06-16",
      kind: "article",
      language: "en-GB",
      independenceGroup: "",
    },
  },
];
