import { readFileSync } from "node:fs";
import jsonld from "jsonld";
import type { JsonLdDocument, Options } from "jsonld";
import type { RemoteDocument } from "jsonld/jsonld-spec.js";

/**
 * Expands a document by the real context read from a file, and by nothing from the network. Strict: a key that the
 * context does not know fails, where JSON-LD would drop it in silence.
 */
export async function expand(document: unknown, contexts: ReadonlyMap<string, string>): Promise<unknown[]> {
  const documentLoader = async (url: string): Promise<RemoteDocument> => {
    const path = contexts.get(url);
    if (path === undefined) throw new Error(`${url} is not among the contexts at hand`);
    return { documentUrl: url, document: JSON.parse(readFileSync(path, "utf8")) as RemoteDocument["document"] };
  };
  // `safe` is newer than the library's types.
  const options: Options.Expand & { safe: true } = { documentLoader, safe: true };
  return await jsonld.expand(document as JsonLdDocument, options);
}
