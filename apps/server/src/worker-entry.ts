import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/**
 * The script of a thread, beside the module whose address is given: in the bundle's folder, or, where the source itself
 * is run, the source behind a loader for it.
 */
export function workerEntry(name: string, beside: string): URL {
  if (!beside.endsWith(".ts")) return new URL(`./${name}.js`, beside);
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx"));
  const api = new URL("./esm/api/index.mjs", tsx).href;
  const source = new URL(`./${name}.ts`, beside).href;
  const code = `import { register } from "${api}"; register(); await import("${source}");`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
