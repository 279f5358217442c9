import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDomainError } from "@assay/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId, openCase, openDesk } from "../testing/desk.ts";
import type { Desk } from "../testing/desk.ts";
import { Dice } from "../testing/dice.ts";
import { fullCase } from "../testing/full-case.ts";
import { exportArchive } from "./export-archive.ts";
import { importArchive } from "./import-archive.ts";
import { ARCHIVE_LIMITS } from "./limits.ts";
import { LOG, tableFile } from "./manifest.ts";
import type { Manifest } from "./manifest.ts";
import { sealFile } from "./seal.ts";
import { countCases, manifestOf, partsOf, writeParts } from "./testing/archive-parts.ts";
import type { ArchiveParts } from "./testing/archive-parts.ts";

let desk: Desk;
let other: Desk;
let folder: string;
let whole: string;
let parts: ArchiveParts;
let caseId: string;
let before: Record<string, number>;

beforeAll(async () => {
  [desk, other] = await Promise.all([openDesk(), openDesk()]);
  folder = await mkdtemp(join(tmpdir(), "assay-archive-test-"));
  caseId = await fullCase(desk, 7, { steps: 20 });
  whole = join(folder, "whole.zip");
  const { lead } = desk.people;
  const scope = { workspaceId: desk.workspaceId, userId: lead.id };
  const ctx = { app: desk.app, person: lead, role: "lead" as const, scope, caseId };
  const file = await exportArchive(ctx);
  await cp(file.path, whole);
  await file.remove();
  parts = await partsOf(whole);
  before = await countCases(other.url);
}, 120_000);
afterAll(async () => {
  await Promise.all([desk.close(), other.close()]);
  await rm(folder, { recursive: true, force: true });
});

function take(path: string, limits = ARCHIVE_LIMITS) {
  const { app, people, workspaceId } = other;
  const scope = { workspaceId, userId: people.lead.id };
  const ctx = { app, person: people.lead, role: "lead" as const, scope };
  return importArchive(ctx, { mutationId: newId(), path }, limits);
}

/** The reason in words, of an archive that is not taken. Anything else than a refusal fails. */
async function reasonOf(path: string, limits = ARCHIVE_LIMITS): Promise<string> {
  const error = await take(path, limits).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error === null) throw new Error("The archive was expected to be refused");
  if (!isDomainError(error)) throw error;
  return error.message;
}

type Bytes = Map<string, Buffer>;

interface Changed {
  bytes?: (bytes: Bytes) => void;
  manifest?: (manifest: Manifest) => unknown;
  /** Whether the manifest is made to fit the changed parts. */
  isFitting?: boolean;
}

/** The archive with something changed by somebody who can seal it again. */
async function resealed({ bytes, manifest, isFitting = true }: Changed): Promise<string> {
  const path = join(folder, `${newId()}.zip`);
  const changed = new Map(parts.bytes);
  bytes?.(changed);
  const fitting = isFitting ? manifestOf(parts.manifest, changed) : parts.manifest;
  await writeParts(path, changed, manifest === undefined ? fitting : manifest(fitting));
  return path;
}

/** Every line of a table through a function; null drops it. */
function lines(table: string, change: (row: Record<string, unknown>, index: number) => object | null) {
  return (bytes: Bytes): void => {
    const name = table === LOG ? LOG : tableFile(table);
    const rows = (bytes.get(name) ?? Buffer.alloc(0)).toString("utf8").split("\n").filter((line) => line !== "");
    const changed = rows.flatMap((line, index) => change(JSON.parse(line) as Record<string, unknown>, index) ?? []);
    bytes.set(name, Buffer.from(changed.map((row) => `${JSON.stringify(row)}\n`).join("")));
  };
}

function replaced(name: string, content: string | Buffer) {
  return (bytes: Bytes): void => void bytes.set(name, Buffer.from(content as string));
}

const original = () => parts.names.find((name) => name.startsWith("originals/")) ?? "";
const on = (index: number, more: object) => (row: Record<string, unknown>, at: number) =>
  at === index ? { ...row, ...more } : row;
/** The file of a source with ten times its bytes. */
const tenfold = (bytes: Bytes) => void bytes.set(original(), Buffer.alloc(10 * (bytes.get(original())?.length ?? 1)));

describe("an archive that was changed by chance", () => {
  it("is refused 200 times out of 200, each time in words, and nothing is stored", async () => {
    const dice = new Dice(20_261_121);
    const bytes = await readFile(whole);
    const path = join(folder, "mutated.zip");
    const reasons = new Map<string, number>();
    for (let run = 0; run < 200; run += 1) {
      await writeFile(path, mutated(bytes, dice));
      const reason = await reasonOf(path);
      expect(reason).toMatch(/^[A-Z].*\.$/su);
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    expect(await countCases(other.url)).toEqual(before);
    expect([...reasons.values()].reduce((sum, count) => sum + count, 0)).toBe(200);
  }, 120_000);
});

function noise(length: number, dice: Dice): Buffer {
  return Buffer.from(Array.from({ length }, () => dice.below(256)));
}

/** One byte another, a piece cut out or put in, the end cut off, or a stretch of noise. */
function mutated(bytes: Buffer, dice: Dice): Buffer {
  const at = dice.below(bytes.length);
  const length = 1 + dice.below(2_000);
  switch (dice.below(5)) {
    case 0: {
      const changed = Buffer.from(bytes);
      changed[at] = (bytes[at] ?? 0) ^ (1 + dice.below(255));
      return changed;
    }
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), noise(length, dice), bytes.subarray(at)]);
    case 3:
      return bytes.subarray(0, at);
    default:
      return Buffer.concat([bytes.subarray(0, at), noise(length, dice), bytes.subarray(at + length)]);
  }
}

/** A part is read while it is checked: its rows may be found wrong before its end shows another checksum. */
const REASONS =
  /was archived|is not the JSON|log does not hold|other fields|is not listed|its checksum|another case|outside of|is no row/u;

describe("an archive that somebody changed and sealed again", () => {
  it.each<[string, Changed, RegExp]>([
    [
      "a changed byte of a source’s file",
      { isFitting: false, bytes: (bytes) => void bytes.set(original(), flip(bytes.get(original()))) },
      /is not the one that was archived/u,
    ],
    [
      "a missing part",
      { isFitting: false, bytes: (bytes) => void bytes.delete(tableFile("claims")) },
      /lacks its part “tables\/claims/u,
    ],
    ["a missing log", { bytes: (bytes) => void bytes.delete(LOG) }, /lacks its part “log\.jsonl”/u],
    ["a missing file of a source", { bytes: (bytes) => void bytes.delete(original()) }, /lacks the file “originals/u],
    ["no manifest", { manifest: () => undefined }, /lacks its part “manifest\.json”/u],
    ["a newer version", { manifest: (manifest) => ({ ...manifest, formatVersion: 2 }) }, /made by a newer Assay/u],
    ["another form", { manifest: (manifest) => ({ ...manifest, people: "all" }) }, /not in its form \(at people\)/u],
    [
      "a part that nobody lists",
      { isFitting: false, bytes: (bytes) => void bytes.set(`originals/${"0".repeat(64)}`, Buffer.from("x")) },
      /does not list “originals\/0+”/u,
    ],
    [
      "ten times the declared size",
      { isFitting: false, bytes: tenfold },
      /does not have the [\d,]+ bytes that the archive declares/u,
    ],
    [
      "a file under another’s name",
      { bytes: (bytes) => void bytes.set(original(), flip(bytes.get(original()))) },
      /is not the one that its name says/u,
    ],
    [
      "a source’s text that is another",
      { bytes: lines("source_revisions", (row) => ({ ...row, text: `${String(row["text"])}.` })) },
      /does not hold the text that its checksum names/u,
    ],
    [
      "a release that is another",
      { bytes: lines("releases", (row) => ({ ...row, snapshot: `${String(row["snapshot"])} ` })) },
      /is not what was released/u,
    ],
    [
      "a report with a block that no editor makes",
      { bytes: lines("report_documents", on(0, { blocks: [{ id: newId(), type: "script", text: "alert(1)" }] })) },
      /is no report/u,
    ],
    ["an altered entry of the log", { bytes: lines(LOG, on(2, { reason: "because" })) }, /log does not hold/u],
    ["a removed entry of the log", { bytes: lines(LOG, (row, at) => (at === 2 ? null : row)) }, /log does not hold/u],
    ["a log that is cut short", { bytes: lines(LOG, (row, at) => (at < 3 ? row : null)) }, /log does not hold/u],
    ["the log of another case", { bytes: lines(LOG, (row) => ({ ...row, caseId: newId() })) }, /that of another case/u],
    ["somebody who is not listed", { manifest: (manifest) => ({ ...manifest, people: [] }) }, /is not listed/u],
    ["two cases", { bytes: lines("cases", (row) => [row, { ...row, id: newId() }]) }, /is another case/u],
    ["a row of another case", { bytes: lines("sources", on(0, { case_id: newId() })) }, /refers to something outside/u],
    ["a field that no row has", { bytes: lines("claims", (row) => ({ ...row, secret: 1 })) }, /has other fields/u],
    [
      "a row of another workspace",
      { bytes: lines("claims", (row) => ({ ...row, workspace_id: newId() })) },
      /has other fields/u,
    ],
    ["a value that no row has", { bytes: lines("claims", on(0, { type: "rumour" })) }, /a value that no case can have/u],
    ["a row twice", { bytes: lines("reviews", (row) => [row, row]) }, /on this server already/u],
    ["a row that is no row", { bytes: replaced(tableFile("claims"), "1\n") }, /is no row/u],
    ["a last line that is cut off", { bytes: replaced(LOG, '{"number"') }, /is cut off/u],
    ["bytes that are no text", { bytes: replaced(LOG, Buffer.from([0xff, 0x0a])) }, /is not the JSON/u],
  ])("is refused: %s", async (_, changed, reason) => {
    expect(await reasonOf(await resealed(changed))).toMatch(reason);
    expect(await countCases(other.url)).toEqual(before);
  });

  it("is refused for one other byte in any of its parts", async () => {
    for (const name of parts.names.filter((one) => (parts.bytes.get(one)?.length ?? 0) > 0)) {
      const path = await resealed({ isFitting: false, bytes: (bytes) => void bytes.set(name, flip(bytes.get(name))) });
      expect(await reasonOf(path), name).toMatch(REASONS);
    }
    expect(await countCases(other.url)).toEqual(before);
  });

  it("[P1] is refused when a row refers to something of somebody else’s case", async () => {
    const theirs = await openCase(other);
    const counted = await countCases(other.url);
    const path = await resealed({ bytes: lines("tags", on(0, { claim_id: theirs.claim.id })) });
    expect(await reasonOf(path)).toMatch(/refers to something outside of its case/u);
    expect(await countCases(other.url)).toEqual(counted);
    before = counted;
  });

  it("is refused when a part climbs out, is there twice or is no part of a case", async () => {
    const name = Buffer.from("tables/evidence.jsonl");
    for (const [instead, reason] of [
      ["../../../etc/evidence", /no part of a case/u],
      ["tables/../../evidence", /no part of a case/u],
      ["/tables/evidence.json", /no part of a case/u],
      ["tables/evidence.jsoni", /no part of a case/u],
      ["tables/comments.jsonl", /there twice|is in the archive twice/u],
    ] as const) {
      expect(await reasonOf(await renamed(name, Buffer.from(instead)))).toMatch(reason);
    }
    expect(await countCases(other.url)).toEqual(before);
  });

  it("is refused when it unpacks to more than the server takes, before it is unpacked", async () => {
    const small = { ...ARCHIVE_LIMITS, unpacked: 10_000 };
    expect(await reasonOf(whole, small)).toMatch(/unpacks to more than 0 MB/u);
    expect(await reasonOf(whole, { ...ARCHIVE_LIMITS, parts: 3 })).toMatch(/more than 3 parts/u);
    expect(await reasonOf(whole, { ...ARCHIVE_LIMITS, line: 10 })).toMatch(/longer than any row/u);
    const bomb = await resealed({ bytes: (bytes) => void bytes.set(LOG, Buffer.alloc(60_000_000, 0x20)) });
    expect((await readFile(bomb)).length).toBeLessThan(2_000_000);
    expect(await reasonOf(bomb, { ...ARCHIVE_LIMITS, unpacked: 50_000_000 })).toMatch(/unpacks to more than 48 MB/u);
  });

  it.each(["", "PK", "no zip at all ".repeat(20)])("is refused: a file that begins with %j", async (content) => {
    const path = join(folder, "other.txt");
    await writeFile(path, content);
    expect(await reasonOf(path)).toMatch(/not an archive that Assay made/u);
  });
});

describe("the archive that was not changed", () => {
  it("is taken in after all of that", async () => {
    expect(await take(whole)).toMatchObject({ caseId });
  });
});

function flip(bytes: Buffer | undefined): Buffer {
  const changed = Buffer.from(bytes ?? "x");
  changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
  return changed;
}

/** The whole archive with a part's name overwritten, both times it stands there, by one of the same length. */
async function renamed(name: Buffer, instead: Buffer): Promise<string> {
  if (name.length !== instead.length) throw new Error("The names are not of the same length");
  const path = join(folder, `${newId()}.zip`);
  await cp(whole, path);
  const bytes = await readFile(path);
  for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + 1)) instead.copy(bytes, at);
  await writeFile(path, bytes);
  await sealFile(path);
  return path;
}
