import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonicalJson } from "@assay/domain";
import { afterAll, describe, expect, it } from "vitest";
import { verifyRelease } from "./verify-release.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-release-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const frozen = { title: "Aground", claims: [{ text: "é 🛟", number: 1 }], release: { number: 2, signatures: [] } };
const sha256 = createHash("sha256").update(canonicalJson(frozen)).digest("hex");

async function verified(content: unknown): Promise<{ code: number; said: string }> {
  const path = join(folder, "release.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content, null, 2));
  let said = "";
  const code = await verifyRelease(path, (line) => (said += line));
  return { code, said };
}

describe("verifying a release's JSON export", () => {
  it("[R2] finds its sha256 again, in whatever order its fields stand", async () => {
    const release = { sha256, ...frozen.release };
    const { code, said } = await verified({ release, claims: frozen.claims, title: frozen.title });
    expect(code).toBe(0);
    expect(said).toContain(`release 2 is as it was frozen, sha256 ${sha256}`);
  });

  it("[R2] tells when a single word was changed", async () => {
    const { code, said } = await verified({ ...frozen, title: "Afloat", release: { ...frozen.release, sha256 } });
    expect(code).toBe(1);
    expect(said).toContain("it was changed after its release");
  });

  it.each([["no JSON", "{"], ["a report that is no release", { title: "x" }], ["a list", []]])("refuses %s", async (_, content) => {
    await expect(verified(content)).rejects.toThrow(/Take the JSON file/u);
  });

  it("refuses a file that is not there", async () => {
    await expect(verifyRelease(join(folder, "none.json"), () => undefined)).rejects.toThrow(/cannot be read/u);
  });
});
