import { createConnection } from "node:net";
import type { Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { listen } from "./listen.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** Sends the beginning of a request and nothing more; resolves with what comes back before the connection ends. */
function sendAndWait(port: number, beginning: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = createConnection(port, "127.0.0.1", () => socket.write(beginning));
    socket.setEncoding("utf8").on("data", (part) => (answer += part));
    socket.on("error", reject).on("close", () => resolve(answer));
  });
}

async function open(patience: Parameters<typeof listen>[2]) {
  const { server, port } = await listen("127.0.0.1", 0, { connectionsCheckingInterval: 20, ...patience });
  servers.push(server);
  server.on("request", (request, response) => request.resume().on("end", () => response.end("whole")));
  return port;
}

describe("a slow client", () => {
  it("is cut off when it never finishes the head of its request", async () => {
    const port = await open({ headersTimeout: 100, requestTimeout: 10_000 });
    expect(await sendAndWait(port, "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow")).toMatch(/^HTTP\/1\.1 408/);
  });

  it("is cut off when it never finishes its body", async () => {
    const port = await open({ headersTimeout: 100, requestTimeout: 200 });
    const head = "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nonly this";
    expect(await sendAndWait(port, head)).toMatch(/^HTTP\/1\.1 408/);
  });
});

describe("a taken port", () => {
  it("is left alone for the next free one, which is told", async () => {
    const first = await listen("127.0.0.1", 0);
    servers.push(first.server);
    const second = await listen("127.0.0.1", first.port);
    servers.push(second.server);
    expect(second.port).toBeGreaterThan(first.port);
  });
});
