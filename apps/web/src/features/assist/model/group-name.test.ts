import type { SourceView } from "@assay/domain";
import { expect, it } from "vitest";
import { groupName } from "./group-name.ts";

const source = (publisher: string, publishedAt: string | null, independenceGroup = "") =>
  ({ publisher, title: "", publishedAt, independenceGroup }) as SourceView;

it("a proposed group is called as one of its sources is grouped already, else after the earliest", () => {
  const late = source("Late Post", "2026-03-02");
  const early = source("Early Wire", "2026-03-01");
  const undated = source("Somewhere", null);
  expect(groupName([late, early, undated])).toBe("Text of Early Wire");
  expect(groupName([undated, late])).toBe("Text of Late Post");
  expect(groupName([undated])).toBe("Text of Somewhere");
  expect(groupName([early, source("Copy", null, " Wire ")])).toBe("Wire");
});
