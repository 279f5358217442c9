import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { GENESIS_HASH, verifyChain } from "@assay/domain";
import type { CaseEvent } from "@assay/domain";
import { newEvents } from "./check.ts";
import type { Step } from "./check.ts";
import type { World } from "./world.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

export function logIsWhole(before: World, after: World) {
  const kept = isDeepStrictEqual(after.events.slice(0, before.events.length), before.events);
  const last: CaseEvent | undefined = before.events.at(-1);
  const start = last === undefined ? { number: 0, hash: GENESIS_HASH } : { number: last.number, hash: last.hash };
  const checked = verifyChain(newEvents(before, after), sha256, { after: start });
  return [kept ? null : "an event was rewritten", checked.ok ? null : `event ${checked.number}: ${checked.reason}`];
}

export function refusalsChangeNothing(before: World, after: World, { done }: Step) {
  return [done || isDeepStrictEqual(before, after) ? null : "a refused request changed something"];
}
