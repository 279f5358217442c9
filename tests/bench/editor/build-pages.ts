import { build } from "esbuild";
import { fileURLToPath } from "node:url";

export const PAGES = ["floor", "typing", "recogito", "prosemirror", "pane"] as const;
export type PageName = (typeof PAGES)[number];

/** The bench's own pages as self-contained HTML, built for production; `head` brings the product's styles. */
export async function buildPages(head: string): Promise<Record<PageName, string>> {
  const style = await bundle("page.css");
  const built = await Promise.all(
    PAGES.map(async (name) => {
      const { js, css } = await bundle(name === "pane" ? "pane-page.tsx" : `${name}-page.ts`);
      return [name, html(head, style.css + css, js)] as const;
    }),
  );
  return Object.fromEntries(built) as Record<PageName, string>;
}

async function bundle(entry: string): Promise<{ js: string; css: string }> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(`pages/${entry}`, import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2023",
    jsx: "automatic",
    outdir: "out",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  });
  const of = (ending: string): string => result.outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  return { js: of(".js"), css: of(".css") };
}

function html(head: string, css: string, js: string): string {
  const script = js.replaceAll("</script", "<\\/script");
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title>${head}<style>${css}</style></head>` +
    `<body><div id="root"></div><script>${script}</script></body></html>`
  );
}
