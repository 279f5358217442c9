import { expect, it } from "vitest";
import { openKey, sealKey } from "./seal-key.ts";

const SECRET = "a secret of tests, 32 characters";

it("a sealed key opens with the same secret for the same desk, and with no other", () => {
  const sealed = sealKey(SECRET, "desk-1", "sk-harbour");
  expect(sealed).not.toContain("harbour");
  expect(Buffer.from(sealed.slice(2), "base64").toString("latin1")).not.toContain("harbour");
  expect(openKey(SECRET, "desk-1", sealed)).toBe("sk-harbour");
  expect(openKey(`${SECRET}.`, "desk-1", sealed)).toBeNull();
  expect(openKey(SECRET, "desk-2", sealed)).toBeNull();
  expect(sealKey(SECRET, "desk-1", "sk-harbour"), "never twice the same").not.toBe(sealed);
});

it("a sealed key that was altered does not open", () => {
  const bytes = Buffer.from(sealKey(SECRET, "desk-1", "sk-harbour").slice(2), "base64");
  for (const place of [0, 12, 27, 28, bytes.length - 1]) {
    const other = Buffer.from(bytes);
    other[place] = (other[place] ?? 0) ^ 1;
    expect(openKey(SECRET, "desk-1", `1.${other.toString("base64")}`), String(place)).toBeNull();
  }
  for (const broken of ["", "1.", "2.AAAA", "1.AAAA"]) expect(openKey(SECRET, "desk-1", broken)).toBeNull();
});
