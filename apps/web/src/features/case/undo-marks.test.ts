import type { CaseView, ClaimView } from "@assay/domain";
import { expect, it } from "vitest";
import { noteAnswer, noteMine, whoMoved } from "./undo-marks.ts";

const at = (version: number) => ({
  lastEvent: version,
  lastHash: "",
  claims: [{ id: "c1", version, withdrawn: false } as ClaimView],
});
const mine = (version: number) => ({ personId: "ana", caseId: "case", change: at(version) });
const seen = (version: number) => ({ ...at(version), tags: [], sources: [], people: [] }) as unknown as CaseView;

it("[E5] an answer that comes after a later change of mine was foreseen does not pass that one off as somebody else's", async () => {
  noteMine(at(2));
  noteMine(at(3));
  noteAnswer(at(2), at(2));
  expect(await whoMoved(seen(3), mine(3))).toBeNull();
});
