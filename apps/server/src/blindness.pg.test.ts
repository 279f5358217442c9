import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TRPCError } from "@trpc/server";
import { answerFor } from "./error-answer.ts";
import { appRouter } from "./routers/app-router.ts";
import { MARK, comparable } from "./testing/blind-marks.ts";
import { WALK } from "./testing/blind-walk.ts";
import { openBlindWorld } from "./testing/blind-world.ts";
import type { BlindWorld } from "./testing/blind-world.ts";
import type { LiveStream } from "./live/live-stream.ts";

/**
 * Non-interference [B1]: two desks that differ only in what others did in cells that are blind to somebody. Whatever
 * that person asks for, at any procedure of the router, is answered alike in both, and holds no planted word.
 */

it("[B1] the walk knows every procedure of the router", () => {
  expect(Object.keys(WALK).toSorted()).toEqual(Object.keys(appRouter._def.procedures).toSorted());
});

async function answerOf(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR") return { refused: answerFor(error) };
    throw error;
  }
}

async function heardOn(stream: LiveStream): Promise<unknown[]> {
  const heard: unknown[] = [];
  for (let frames = await stream.take(300); frames !== null && frames.length > 0; frames = await stream.take(300)) {
    for (const { id, message } of frames) if (message.type !== "presence") heard.push({ id, message });
  }
  return heard;
}

describe.each(["owner", "second", "viewer"] as const)("a curious %s", (looker) => {
  let with_: BlindWorld;
  let without: BlindWorld;
  beforeAll(async () => {
    [with_, without] = await Promise.all([openBlindWorld(looker, true), openBlindWorld(looker, false)]);
  }, 180_000);
  afterAll(async () => void (await Promise.all([with_, without].map((world) => world?.close()))));

  it("[B1] is answered as if nobody else had done anything in blind cells", async () => {
    for (const [procedure, steps] of Object.entries(WALK)) {
      for (const [index, step] of steps.entries()) {
        const what = `${procedure} #${index + 1}`;
        await with_.disturb();
        const [one, other] = [await answerOf(step(with_)), await answerOf(step(without))];
        expect.soft(JSON.stringify(one) ?? "", what).not.toContain(MARK);
        expect.soft(comparable(one, with_.names), what).toBe(comparable(other, without.names));
      }
    }
    // A hundred procedures and more, in two desks: minutes on a machine that is busy with much else.
  }, 300_000);

  it("[B1] hears the same on the live stream, and the same again from its beginning", async () => {
    const heard = [await heardOn(with_.live), await heardOn(without.live)];
    // A viewer changes nothing, and hears of nothing.
    expect((heard[0]?.length ?? 0) > 0).toBe(looker !== "viewer");
    expect(comparable(heard[0], with_.names)).toBe(comparable(heard[1], without.names));
    const caught = [];
    for (const world of [with_, without]) {
      const from = { caseId: world.test.caseId, lastEventId: "0" };
      const stream = (await world.me.live.case(from)) as unknown as LiveStream;
      caught.push(await heardOn(stream));
      stream.end();
    }
    expect(JSON.stringify(caught[0])).not.toContain(MARK);
    expect(comparable(caught[0], with_.names)).toBe(comparable(caught[1], without.names));
  });
});
