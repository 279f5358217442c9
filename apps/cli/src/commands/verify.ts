import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { logWords, verifyChain } from "@assay/domain";
import type { CaseEvent, LogFinding } from "@assay/domain";
import type { Api } from "../client.ts";
import { EXIT, Failure } from "../failure.ts";
import { findCase } from "../find-case.ts";

export interface VerifyOptions {
  /** A log kept before, to be verified without a server. */
  file?: string;
  /** Where to keep the log that was verified. */
  keep?: string;
  /** A log kept before: today's has to begin with it. */
  against?: string;
}

const PAGE = 1000;
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

/**
 * Verifies a case's log here, entry by entry, without taking the server's word for it (E2). Answers the exit code: 1 for
 * a log that was tampered with.
 */
export async function verifyLog(
  api: () => Api,
  caseName: string | undefined,
  options: VerifyOptions,
  say: (line: string) => void,
): Promise<number> {
  if ((caseName === undefined) === (options.file === undefined)) {
    throw new Failure("Name a case, or a kept log with --file", EXIT.usage);
  }
  if (options.file !== undefined) {
    return tell(`${options.file}: `, checkEvents(await readKept(options.file)), say);
  }
  return verifyCase(api(), caseName ?? "", options, say);
}

async function verifyCase(api: Api, caseName: string, options: VerifyOptions, say: (line: string) => void) {
  const { id: caseId, title } = await findCase(api, caseName);
  const told = await api.case.verifyLog.query({ caseId });
  // While cells are blind nobody is given the hashes; the server, which has them, answers yes or no (B1).
  if (!told.ok || told.events === null) {
    if (told.ok && (options.keep ?? options.against) !== undefined) {
      throw new Failure("While cells are blind the log cannot be kept or compared. Try again when they are open", EXIT.data);
    }
    return tell(`${title}: `, told, say);
  }
  const events: CaseEvent[] = [];
  while (events.length < told.events) {
    const page = await api.case.log.query({ caseId, after: events.length, limit: PAGE });
    if (page.events.length === 0) break;
    events.push(...page.events.slice(0, told.events - events.length));
  }
  const head = { number: told.events, hash: told.lastHash ?? "" };
  const found = checkEvents(events, head);
  if (!found.ok) return tell(`${title}: `, found, say);
  if (options.against !== undefined) {
    const kept = await readKept(options.against);
    const other = kept.find((event) => event.caseId !== caseId);
    if (other !== undefined) {
      // Two logs that have nothing to do with each other differ, and nobody tampered with either.
      throw new Failure(`${options.against}: it is the log of another case (${other.caseId}), and tells nothing of this one`, EXIT.data);
    }
    const rewritten = kept.find((event, index) => events[index]?.hash !== event.hash);
    if (rewritten !== undefined) {
      const reason = `Entry ${rewritten.number} is another than the one kept in ${options.against}.`;
      return tell(`${title}: `, { ok: false, number: rewritten.number, reason }, say);
    }
    say(`It begins with the ${kept.length} entries of ${options.against}.`);
  }
  if (options.keep !== undefined) await keep(options.keep, events, say);
  return tell(`${title}: `, found, say);
}

function checkEvents(events: readonly CaseEvent[], head?: { number: number; hash: string }): LogFinding {
  const checked = verifyChain(events, sha256, head === undefined ? {} : { head });
  return checked.ok ? { ok: true, events: checked.length } : checked;
}

function tell(what: string, finding: LogFinding, say: (line: string) => void): number {
  const { title, sentences } = logWords(finding);
  say(`${what}${title}.`);
  for (const sentence of sentences) say(`  ${sentence}`);
  return finding.ok ? EXIT.ok : EXIT.some;
}

async function keep(path: string, events: readonly CaseEvent[], say: (line: string) => void): Promise<void> {
  try {
    await writeFile(path, events.map((event) => `${JSON.stringify(event)}\n`).join(""), "utf8");
  } catch (error) {
    throw new Failure(`${path}: it cannot be written (${(error as NodeJS.ErrnoException).code ?? "error"})`, EXIT.io);
  }
  say(`Kept in ${path}, one entry a line. Put it where whoever runs the server cannot change it.`);
}

async function readKept(path: string): Promise<CaseEvent[]> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new Failure(`${path}: it cannot be read (${(error as NodeJS.ErrnoException).code ?? "error"})`, EXIT.noInput);
  }
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) throw new Failure(`${path}: it holds no entries`, EXIT.data);
  return lines.map((line, index) => readEntry(line, `${path}, line ${index + 1}`));
}

/** What is in the fields is for the hash to judge; here only that they are an entry's. */
function readEntry(line: string, where: string): CaseEvent {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Failure(`${where}: this is no JSON`, EXIT.data);
  }
  if (typeof value !== "object" || value === null || !("number" in value) || !("hash" in value)) {
    throw new Failure(`${where}: this is no entry of a log`, EXIT.data);
  }
  return value as CaseEvent;
}
