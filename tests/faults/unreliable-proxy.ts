import { Agent, createServer, request } from "node:http";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Dice } from "../../apps/server/src/testing/dice.ts";
import { drawBag } from "./draw-bag.ts";

export interface UnreliableProxy {
  url: string;
  tally: { requests: number; replayed: number; dropped: number; differing: number };
  /** Resolves when every replay has been answered. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

interface Odds {
  replay: number;
  drop: number;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/**
 * A bad network in front of a server. Some changes arrive twice, at once or up to half a second later, when others have
 * been made since; of some the answer never comes, though they were done. Answers to a replay are compared with the first.
 */
export async function openUnreliableProxy(targets: readonly string[], { replay, drop }: Odds): Promise<UnreliableProxy> {
  const agent = new Agent({ keepAlive: true });
  const tally = { requests: 0, replayed: 0, dropped: 0, differing: 0 };
  const replays = new Set<Promise<void>>();
  const dice = new Dice(Date.now());
  const isReplayed = drawBag(dice, replay);
  const isDropped = drawBag(dice, drop);
  let turn = 0;
  // A replay goes to another process than the first, where there is one.
  const nextTarget = () => targets[turn++ % targets.length] ?? "";

  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const body = await bodyOf(incoming);
      const send = () => forward(nextTarget(), incoming, body, agent);
      if (incoming.method !== "POST") return reply(await send());
      tally.requests += 1;
      const first = send();
      if (isReplayed()) {
        tally.replayed += 1;
        const wait = dice.chance(0.5) ? 0 : dice.below(500);
        const again = (async () => {
          await sleep(wait);
          const [one, other] = await Promise.all([first, send()]);
          if (one.status !== other.status || !one.body.equals(other.body)) tally.differing += 1;
        })();
        const noted = again.catch(() => void (tally.differing += 1)).finally(() => replays.delete(noted));
        replays.add(noted);
      }
      const answer = await first;
      if (!isDropped()) return reply(answer);
      tally.dropped += 1;
      incoming.socket.destroy();
    })().catch(() => incoming.socket.destroy());

    function reply({ status, headers, body }: Answer): void {
      const { connection: _, "transfer-encoding": __, ...rest } = headers;
      outgoing.writeHead(status, { ...rest, "content-length": body.length });
      outgoing.end(body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tally,
    async settled() {
      while (replays.size > 0) await Promise.all(replays);
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      agent.destroy();
    },
  };
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function forward(target: string, incoming: IncomingMessage, body: Buffer, agent: Agent): Promise<Answer> {
  const { host: _, connection: __, "transfer-encoding": ___, ...headers } = incoming.headers;
  return new Promise((resolve, reject) => {
    const options = { method: incoming.method, headers: { ...headers, "content-length": body.length }, agent };
    const outgoing = request(new URL(incoming.url ?? "/", target), options, (answered) => {
      bodyOf(answered).then(
        (whole) => resolve({ status: answered.statusCode ?? 502, headers: answered.headers, body: whole }),
        reject,
      );
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
