import type { Database } from "@assay/db";
import { createTransport } from "nodemailer";
import type { Logger } from "pino";
import { composeMail, groupMails } from "./compose-mail.ts";
import type { DueNotification } from "./compose-mail.ts";
import { LEASE_MS, claimMail, markFailed, markSent } from "./mail-outbox.ts";

export interface MailOptions {
  db: Database;
  smtpUrl: string;
  from: string;
  /** Where the links of a mail lead. */
  origin: string;
  log: Logger;
  now?: () => Date;
  /** How often it looks for what is due; 0 for never by itself. */
  everyMs?: number;
}

export interface MailWorker {
  /** Sends all that is due; answers how many mails went out. One round at a time: a second call joins the first. */
  run(): Promise<number>;
  stop(): Promise<void>;
}

const EVERY_MS = 5_000;
const READERS = 20;
const FIRST_RETRY_MS = 30_000;
const LAST_RETRY_MS = 60 * 60_000;
const MOST_ATTEMPTS = 12;

/**
 * Sends notifications by mail, apart from every request. What cannot be sent is tried again, later each time; what the
 * other side refuses for good is given up and logged. Several servers share the work through the database.
 */
export function startMailWorker(options: MailOptions): MailWorker {
  const { db, smtpUrl, from, origin, log, now = () => new Date(), everyMs = EVERY_MS } = options;
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
  const transport = createTransport({ url: smtpUrl, ...timeouts });
  let stopped = false;
  let round: Promise<number> | null = null;

  async function send(group: readonly [DueNotification, ...DueNotification[]]): Promise<boolean> {
    const ids = group.map(({ id }) => id);
    const { settings, ...mail } = composeMail(group, origin);
    try {
      await transport.sendMail({
        ...mail,
        from,
        headers: { "Auto-Submitted": "auto-generated", "List-Unsubscribe": `<${settings}>` },
      });
    } catch (error) {
      const attempts = Math.max(...group.map((one) => one.attempts));
      const again = isRefusedForGood(error) || attempts >= MOST_ATTEMPTS ? null : retryTime(now(), attempts);
      await markFailed(db, ids, again);
      log.warn({ reason: messageOf(error), again }, again === null ? "mail given up" : "mail not sent yet");
      return false;
    }
    await markSent(db, ids, now());
    return true;
  }

  async function sendDue(): Promise<number> {
    const begun = now().getTime();
    const waiting = groupMails(await claimMail(db, now(), READERS));
    let sent = 0;
    for (const [index, [first, ...rest]] of waiting.entries()) {
      if (first === undefined) continue;
      // Whoever comes after the lease would send these a second time.
      if (stopped || now().getTime() - begun > LEASE_MS / 2) {
        await markFailed(db, waiting.slice(index).flatMap((group) => group.map(({ id }) => id)), now());
        break;
      }
      if (await send([first, ...rest])) sent += 1;
    }
    return sent;
  }

  const run = () =>
    (round ??= sendDue().finally(() => {
      round = null;
    }));
  const tick = () => {
    run().catch((error: unknown) => log.warn({ reason: messageOf(error) }, "looking for mail to send failed"));
  };
  const timer = everyMs === 0 ? undefined : setInterval(tick, everyMs);
  timer?.unref();
  return {
    run,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await round?.catch(() => undefined);
      transport.close();
    },
  };
}

export function retryTime(now: Date, attempts: number): Date {
  return new Date(now.getTime() + Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LAST_RETRY_MS));
}

/** 5xx: this mail, or this address, will never be taken. A server that refuses the sign-in may be mended. */
function isRefusedForGood(error: unknown): boolean {
  if (!(error instanceof Error) || ("code" in error && error.code === "EAUTH")) return false;
  const code = "responseCode" in error ? Number(error.responseCode) : 0;
  return code >= 500 && code < 600;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
