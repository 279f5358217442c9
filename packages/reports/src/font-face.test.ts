import { describe, expect, it } from "vitest";
import { buildSnapshot } from "./snapshot/build-snapshot.ts";
import { exportReport } from "./export-report.ts";
import { TEXT_FORMAT_NAMES } from "./report-formats.ts";
import { ferryInput } from "./testing/ferry-case.ts";

const face = { family: "A Face", weight: "200 900", style: "normal", woff2Base64: "d09GMgAB" } as const;

describe("typefaces in reports", () => {
  it.each(TEXT_FORMAT_NAMES)("%s carries the faces it is given if it shows type at all", (format) => {
    const text = new TextDecoder().decode(exportReport(buildSnapshot(ferryInput()), format, [face]).bytes);
    const rule = 'src:url(data:font/woff2;base64,d09GMgAB) format("woff2")';
    expect(text.includes(rule)).toBe(format === "html");
  });
});
