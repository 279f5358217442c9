import { describe, expect, it } from "vitest";
import { DomainError, ERROR_CODES, isDomainError } from "./errors.ts";
import { refuse, refusedError } from "./refusal.ts";

describe("errors", () => {
  it("carry a code of the table, a sentence and details", () => {
    const error = new DomainError("CONFLICT", "Somebody else edited this claim.", { current: 2, yours: 1 });
    expect(error).toMatchObject({ code: "CONFLICT", details: { current: 2, yours: 1 }, name: "DomainError" });
    expect(isDomainError(error)).toBe(true);
    expect(isDomainError(new Error("CONFLICT"))).toBe(false);
    expect(ERROR_CODES[error.code].trpc).toBe("CONFLICT");
  });

  it("[S5] a refusal becomes an error that names its rule", () => {
    expect(refusedError(refuse("S3", "This source is partial."), { tagId: "t1" })).toMatchObject({
      code: "REFUSED",
      message: "This source is partial.",
      details: { rule: "S3", tagId: "t1" },
    });
  });
});
