import { TRPCError, getTRPCErrorFromUnknown, getTRPCErrorShape } from "@trpc/server";
import type { App, Context, Person } from "../context.ts";
import { PING_MS, SILENCE_MS } from "../live/heartbeat.ts";
import { LiveStream } from "../live/live-stream.ts";
import { appRouter } from "../routers/app-router.ts";
import { createCallerFactory } from "../trpc.ts";

export const LIVE_PATH = "live.case";

/** The connection that a stream goes out on, as Node's adapter hands it along. */
export interface Outgoing {
  /** Bytes that the system has not taken yet. */
  readonly writableLength: number;
  destroy(): void;
}

export interface LiveResponseOptions {
  /** Of the sign-in that asks; the stream ends with it. */
  sessionId?: string | undefined;
  outgoing?: Outgoing | undefined;
  stallMs?: number | undefined;
}

/** A socket that takes nothing for so long is dropped; its client resumes when it can. */
const STALL_MS = 7_000;
const LOOK_MS = 1_000;
/** A stream is as old as its sign-in is sure to be good; then its client comes again by itself and resumes. */
const LONGEST_MS = 15 * 60_000;
const RETRY_MS = 1_000;

const HEADERS = {
  "Content-Type": "text/event-stream",
  // A stream that a proxy gathers or packs is none.
  "Cache-Control": "no-cache, no-transform",
  "X-Accel-Buffering": "no",
};

const CONNECTED = Buffer.from(
  `retry: ${RETRY_MS}\nevent: connected\ndata: ${JSON.stringify({ reconnectAfterInactivityMs: SILENCE_MS })}\n\n`,
);
const PING = Buffer.from("event: ping\ndata: \n\n");

const createCaller = createCallerFactory(appRouter);

/**
 * The subscription `live.case` in the form that tRPC's own producer gives it, and without its cost per client: each
 * message is written out once for all who receive it, and what waits for a client goes out in one write. Null for a
 * request that is refused: tRPC then answers it in its way.
 */
export async function liveResponse(
  app: App,
  person: Person | null,
  request: Request,
  { sessionId, outgoing, stallMs = STALL_MS }: LiveResponseOptions = {},
): Promise<Response | null> {
  const stream = await open({ app, person, sessionId }, request);
  if (stream === null) return null;
  return new Response(bytesOf(app, stream, outgoing, stallMs), { headers: HEADERS });
}

async function open(context: Context, request: Request): Promise<LiveStream | null> {
  const { searchParams } = new URL(request.url);
  try {
    const input = JSON.parse(searchParams.get("input") ?? "null") as { caseId: string; lastEventId?: string };
    const lastEventId = request.headers.get("last-event-id") ?? input.lastEventId ?? null;
    const stream: unknown = await createCaller(context).live.case({ ...input, lastEventId });
    return stream instanceof LiveStream ? stream : null;
  } catch {
    return null;
  }
}

function bytesOf(
  app: App,
  stream: LiveStream,
  outgoing: Outgoing | undefined,
  stallMs: number,
): ReadableStream<Uint8Array> {
  const { streamsOpen, eventsDelivered, streamsDropped, heldBytes } = app.metrics;
  const bornAt = performance.now();
  let isGreeted = false;
  /** When the last bytes were handed over; null while they are out and more are asked for. */
  let busySince: number | null = null;
  const look = setInterval(() => {
    if (busySince === null || performance.now() - busySince < stallMs) return;
    streamsDropped.inc();
    finish();
    outgoing?.destroy();
  }, Math.min(LOOK_MS, stallMs)).unref();
  const held = () => outgoing?.writableLength ?? 0;
  let isLeft = false;
  const finish = () => {
    clearInterval(look);
    heldBytes.delete(held);
    stream.end();
  };
  streamsOpen.inc();
  heldBytes.add(held);
  stream.onceOver(() => streamsOpen.dec());
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        busySince = null;
        const give = (bytes: Uint8Array) => {
          busySince = performance.now();
          controller.enqueue(bytes);
        };
        if (!isGreeted) {
          isGreeted = true;
          give(CONNECTED);
          return;
        }
        try {
          const frames = performance.now() - bornAt > LONGEST_MS ? null : await stream.take(PING_MS);
          // Whoever left has closed it already.
          if (isLeft) return;
          if (frames === null) {
            finish();
            controller.close();
            return;
          }
          eventsDelivered.inc(frames.length);
          const [first, ...more] = frames.map(({ bytes }) => bytes);
          give(first === undefined ? PING : more.length === 0 ? first : Buffer.concat([first, ...more]));
        } catch (error) {
          finish();
          if (isLeft) return;
          // What nobody foresaw ends the stream without a word: its client comes again and resumes.
          if (error instanceof TRPCError) give(errorBytes(error));
          else app.log.warn({ err: error }, "a live stream ended");
          controller.close();
        }
      },
      cancel: () => {
        isLeft = true;
        finish();
      },
    },
    // Nothing is made before the socket asks for it.
    { highWaterMark: 0 },
  );
}

function errorBytes(cause: TRPCError): Buffer {
  const error = getTRPCErrorFromUnknown(cause);
  const config = appRouter._def._config;
  const call = { ctx: undefined, input: undefined, path: LIVE_PATH, type: "subscription" } as const;
  const shape = getTRPCErrorShape({ config, error, ...call });
  return Buffer.from(`event: serialized-error\ndata: ${JSON.stringify(shape)}\n\n`);
}
