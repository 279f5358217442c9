import { gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { expect, it } from "vitest";
import { compressAnswers } from "./compress-answers.ts";

const LONG = { words: "ferry ".repeat(4000) };
const app = new Hono();
app.use("/api/*", compressAnswers);
app.get("/api/long", (c) => c.json(LONG));
app.get("/api/short", (c) => c.json({ words: "ferry" }));

const ask = (path: string, headers: Record<string, string>) =>
  app.request(path, { headers: { "accept-encoding": "gzip", ...headers } });

it("packs a long answer to the app's own page, and says that it may differ", async () => {
  const response = await ask("/api/long", { "sec-fetch-site": "same-origin" });
  expect(response.headers.get("content-encoding")).toBe("gzip");
  expect(response.headers.get("vary")).toContain("Accept-Encoding");
  const packed = Buffer.from(await response.arrayBuffer());
  expect(packed.length).toBeLessThan(2000);
  expect(JSON.parse(gunzipSync(packed).toString())).toEqual(LONG);
});

it.each(["cross-site", "same-site", "none", ""])("sends it plain where the question came from elsewhere (%s)", async (site) => {
  const response = await ask("/api/long", site === "" ? {} : { "sec-fetch-site": site });
  expect(response.headers.has("content-encoding")).toBe(false);
  expect(await response.json()).toEqual(LONG);
});

it("sends it plain to whoever cannot unpack it, and a short one always", async () => {
  const plain = await ask("/api/long", { "sec-fetch-site": "same-origin", "accept-encoding": "identity" });
  expect(plain.headers.has("content-encoding")).toBe(false);
  expect(await plain.json()).toEqual(LONG);
  const short = await ask("/api/short", { "sec-fetch-site": "same-origin" });
  expect(short.headers.has("content-encoding")).toBe(false);
  expect(await short.json()).toEqual({ words: "ferry" });
});
