import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** How many ports after the wished-for one are tried. */
const TRIES = 50;

/**
 * How long a client may take, so that connections on which nothing arrives do not gather: for the head of a request,
 * and for all of it, which is 40 MB at most.
 */
const PATIENCE = { headersTimeout: 15_000, requestTimeout: 300_000, connectionsCheckingInterval: 5_000 };

/** A server on the wished-for port or the next free one; 0 takes any. Answers nothing until it is given a handler. */
export async function listen(
  host: string,
  wished: number,
  patience: Partial<typeof PATIENCE> = {},
): Promise<{ server: Server; port: number }> {
  for (let port = wished; ; port += 1) {
    const server = createServer({ ...PATIENCE, ...patience });
    const error = await tryListen(server, host, port);
    if (error === null) return { server, port: (server.address() as AddressInfo).port };
    if (error.code !== "EADDRINUSE" || wished === 0 || port >= Math.min(wished + TRIES, 65_535)) throw error;
  }
}

function tryListen(server: Server, host: string, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    server.once("error", resolve);
    server.listen(port, host, () => {
      server.off("error", resolve);
      resolve(null);
    });
  });
}
