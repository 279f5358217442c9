import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import type { MiddlewareHandler } from "hono";

const MEDIA_TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".txt": "text/plain; charset=utf-8",
  ".map": "application/json; charset=utf-8",
};

const NOT_BUILT = "The pages of Assay are not built yet. Stop the server and run: npm start\n";

/**
 * The built web app. Every address without a file of its own is the app's: its router shows the page, or its own 404.
 */
export function serveWeb(folder: string): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    const file = locate(folder, c.req.path);
    if (file === null) return c.text("Not found\n", 404);
    const extension = extname(file);
    if (MEDIA_TYPES[extension] !== undefined) {
      const bytes = await read(file);
      if (bytes !== null) return answer(bytes, extension, c.req.path.startsWith("/assets/"));
      // A missing asset answered with the page would be run as a script.
      if (extension !== ".html") return c.text("Not found\n", 404);
    }
    const page = await read(join(folder, "index.html"));
    return page === null ? c.text(NOT_BUILT, 503) : answer(page, ".html", false);
  };
}

/** Null for an address that would leave the folder. */
function locate(folder: string, path: string): string | null {
  try {
    const file = normalize(join(folder, decodeURIComponent(path)));
    return `${file}${sep}`.startsWith(folder + sep) && !file.includes("\0") ? file : null;
  } catch {
    return null;
  }
}

async function read(file: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(file);
  } catch {
    return null;
  }
}

/** Files in /assets carry a hash in their name and never change. */
function answer(bytes: Buffer<ArrayBuffer>, extension: string, isHashed: boolean): Response {
  return new Response(bytes, {
    headers: {
      "Content-Type": MEDIA_TYPES[extension] ?? "application/octet-stream",
      "Cache-Control": isHashed ? "public, max-age=31536000, immutable" : "no-cache",
    },
  });
}
