import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { pino } from "pino";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId, openCase, openDesk } from "../testing/desk.ts";
import type { Desk, TestCase } from "../testing/desk.ts";
import { startMailWorker } from "./mail-worker.ts";
import type { MailWorker } from "./mail-worker.ts";

interface Post {
  port: number;
  received: { to: string; raw: string }[];
  /** Addresses that this server refuses for good. */
  refused: Set<string>;
  close(): Promise<void>;
}

/** A real SMTP server on this machine. */
async function openPost(port = 0): Promise<Post> {
  const received: Post["received"] = [];
  const refused = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo({ address }, _session, done) {
      if (!refused.has(address)) return done();
      return done(Object.assign(new Error("No such mailbox"), { responseCode: 550 }));
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push({ to: envelope.rcptTo[0]?.address ?? "", raw: Buffer.concat(chunks).toString("utf8") });
        done();
      });
    },
  });
  const listening = server.listen(port, "127.0.0.1");
  await once(listening, "listening");
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { port: (listening.address() as AddressInfo).port, received, refused, close };
}

let desk: Desk;
let test: TestCase;
let post: Post;
let clock: number;
const workers: MailWorker[] = [];

beforeAll(async () => {
  desk = await openDesk();
  test = await openCase(desk);
});
afterAll(() => desk.close());
beforeEach(async () => {
  post = await openPost();
  clock = Date.now();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await post.close();
  for (const name of ["reviewer", "second"] as const) {
    const { workspaceId } = desk;
    const which = { upTo: new Date(Date.now() + 1000).toISOString() };
    await desk.as[name].notification.mark({ mutationId: newId(), workspaceId, which, read: true });
  }
});

function openWorker(port = post.port): MailWorker {
  const worker = startMailWorker({
    db: desk.db,
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: "Assay <desk@assay.example>",
    origin: "https://desk.example",
    log: pino({ level: "silent" }),
    now: () => new Date(clock),
    everyMs: 0,
  });
  workers.push(worker);
  return worker;
}

const later = (ms: number) => {
  clock += ms;
};
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

async function want(name: "reviewer" | "second", mail: "off" | "each" | "daily"): Promise<string> {
  const settings = { mail, mutedKinds: [], mutedCases: [] };
  await desk.as[name].notification.setSettings({ mutationId: newId(), workspaceId: desk.workspaceId, settings });
  return desk.people[name].email;
}

async function mention(name: "reviewer" | "second", text: string): Promise<void> {
  const comment = { id: newId(), text, mentions: [desk.people[name].id] };
  const of = { mutationId: newId(), caseId: test.caseId };
  await desk.as.annotator.thread.open({ ...of, id: newId(), subject: { kind: "case" }, comment });
  clock = Math.max(clock, Date.now());
}

describe("mail", () => {
  it("goes out once for each notification, with the way back", async () => {
    const address = await want("reviewer", "each");
    const worker = openWorker();
    await mention("reviewer", "Which tide? 🚢");
    expect(await worker.run()).toBe(1);
    expect(await worker.run()).toBe(0);
    expect(post.received).toHaveLength(1);
    expect(post.received[0]?.to).toBe(address);
    const raw = post.received[0]?.raw ?? "";
    expect(raw).toMatch(/^Subject: annotator mentioned you in a thread on the case/m);
    expect(raw).toMatch(/^From: Assay <desk@assay\.example>/m);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(raw).toContain("https://desk.example/c/");
    expect(raw).toMatch(/text\/plain[\s\S]*text\/html/);
  });

  it("is not sent for what was read in the app, nor to those who want none", async () => {
    await want("reviewer", "each");
    await want("second", "off");
    const worker = openWorker();
    await mention("second", "Not by mail");
    await mention("reviewer", "Read already");
    const which = { upTo: new Date(Date.now() + 1000).toISOString() };
    await desk.as.reviewer.notification.mark({
      mutationId: newId(),
      workspaceId: desk.workspaceId,
      which,
      read: true,
    });
    await mention("reviewer", "Too late");
    await want("reviewer", "off");
    expect(await worker.run()).toBe(0);
    // Whoever wants mail from now on is not flooded with what came before.
    await want("second", "each");
    expect(await worker.run()).toBe(0);
    expect(post.received).toEqual([]);
  });

  it("comes as one a day where a digest is wanted", async () => {
    await want("reviewer", "daily");
    const worker = openWorker();
    await mention("reviewer", "First");
    await mention("reviewer", "Second");
    expect(await worker.run()).toBe(0);
    later(DAY);
    expect(await worker.run()).toBe(1);
    const raw = post.received[0]?.raw ?? "";
    expect(raw).toMatch(/^Subject: Harbour desk: 2 things since yesterday/m);
    later(DAY);
    expect(await worker.run()).toBe(0);
  });

  it("waits for a server that is down, and goes out when it is up again", async () => {
    await want("reviewer", "each");
    const { port } = post;
    await post.close();
    const worker = openWorker(port);
    await mention("reviewer", "Patience");
    expect(await worker.run()).toBe(0);
    post = await openPost(port);
    // Not at once: a server that comes up again is not overrun.
    expect(await worker.run()).toBe(0);
    later(MINUTE);
    expect(await worker.run()).toBe(1);
    expect(post.received).toHaveLength(1);
  });

  it("is given up where the address is refused for good, and others get theirs", async () => {
    post.refused.add(await want("reviewer", "each"));
    const address = await want("second", "each");
    const worker = openWorker();
    await mention("reviewer", "Nobody there");
    await mention("second", "Somebody here");
    expect(await worker.run()).toBe(1);
    later(DAY);
    post.refused.clear();
    expect(await worker.run()).toBe(0);
    expect(post.received.map(({ to }) => to)).toEqual([address]);
  });

  it("is sent once by two servers at the same time", async () => {
    await want("reviewer", "each");
    await want("second", "each");
    for (let i = 0; i < 8; i += 1) await mention(i % 2 === 0 ? "reviewer" : "second", `Note ${i}`);
    const pair = [openWorker(), openWorker()];
    const rounds = await Promise.all([...pair, ...pair].map((worker) => worker.run()));
    expect(rounds.reduce((sum, sent) => sum + sent, 0)).toBeGreaterThanOrEqual(8);
    expect(post.received.map(({ raw }) => /Note \d/.exec(raw)?.[0]).toSorted()).toEqual(
      Array.from({ length: 8 }, (_, i) => `Note ${i}`),
    );
  });

  it("that a dying server had taken is sent by another, when its lease is over", async () => {
    await want("reviewer", "each");
    await mention("reviewer", "Left behind");
    const taken = await desk.db.pool.query("SELECT id FROM assay_claim_mail($1, interval '5 minutes', 20)", [
      new Date(clock),
    ]);
    expect(taken.rows).toHaveLength(1);
    const worker = openWorker();
    expect(await worker.run()).toBe(0);
    later(6 * MINUTE);
    expect(await worker.run()).toBe(1);
  });
});
