import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The two harness pages as self-contained HTML, built for production. */
export async function buildPages(): Promise<{ product: string; floor: string }> {
  const [product, floor, style] = await Promise.all([
    bundle("product-page.tsx"),
    bundle("floor-page.ts"),
    bundle("page.css"),
  ]);
  return {
    product: html(product.js, style.css + product.css),
    floor: html(floor.js, style.css),
  };
}

async function bundle(entry: string): Promise<{ js: string; css: string }> {
  const result = await build({
    entryPoints: [here(entry)],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2023",
    jsx: "automatic",
    outdir: here("out"),
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  });
  const of = (ending: string): string => result.outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  return { js: of(".js"), css: of(".css") };
}

function html(js: string, css: string): string {
  const script = js.replaceAll("</script", "<\\/script");
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title><style>${css}</style></head>` +
    `<body><div id="root"></div><script>${script}</script></body></html>`
  );
}
