import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, ensureCli } from "../apps/server/bin/prepare.mjs";

const COMMAND = join(ROOT, "apps/cli/bin/assay.mjs");
const NEWS = {
  "post.txt":
    "LOWMOUTH, May 5 (Wire) - The harbour wall at Lowmouth gave way on Monday night, and 340 people left their homes.\r\n\r\n" +
    "“We asked for the repairs in March,” said Ada Quill. The wall was built in 1931 <by hand> & with care.\r\n",
  "echo.txt":
    "\uFEFFSome 120 people left their homes when the harbour wall at Lowmouth gave way on Monday.\n\n" +
    "“We asked for the repairs in March and in April,” Ada Quill said. The fish market stayed closed.\n",
};

let folder: string;
let env: NodeJS.ProcessEnv;

/** Runs the command as a shell would. There is no server, and where one would be looked for makes no sense. */
function assay(...args: string[]) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [COMMAND, "check", ...args], { env, cwd: folder, maxBuffer: 2 ** 26 }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return name;
}

interface Written {
  sources: { id: string; file: string; sha256: string; published: string | null; read: { text: string } | null }[];
  claims: { id: string; text: string; type: string; cells: { source: string; suggestion: string; passages: { start: number; end: number; exact: string }[] }[] }[];
  quotes: { relation: string; a: { source: string; start: number; end: number; exact: string } }[];
}

function expectSchema(written: unknown): void {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true, allowUnionTypes: true });
  const schema = JSON.parse(readFileSync(join(ROOT, "apps/cli/src/check/check.schema.json"), "utf8")) as object;
  const valid = ajv.validate(schema, written);
  expect(ajv.errors ?? [], ajv.errorsText()).toEqual([]);
  expect(valid).toBe(true);
}

beforeAll(async () => {
  await ensureCli(() => {});
  folder = mkdtempSync(join(tmpdir(), "assay-check-"));
  env = { ...process.env, ASSAY_URL: "nowhere", ASSAY_DATA: join(folder, "none"), XDG_CONFIG_HOME: folder };
  for (const [name, text] of Object.entries(NEWS)) file(name, text);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("assay check", { timeout: 120_000 }, () => {
  it("writes JSON as its schema has it, with offsets that count in the file's own text", async () => {
    const { code, out, err } = await assay("post.txt", "echo.txt", "--published", "post.txt=2026-05-05", "--published", "echo=2026-05-06");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const report = JSON.parse(out) as Written;
    expectSchema(report);
    expect(report.sources).toMatchObject([
      { id: "post", file: "post.txt", sha256: createHash("sha256").update(NEWS["post.txt"]).digest("hex"), published: "2026-05-05" },
      { id: "echo", file: "echo.txt", published: "2026-05-06" },
    ]);
    const text = (id: string) => readFileSync(join(folder, `${id}.txt`), "utf8");
    expect(report.claims.length).toBeGreaterThan(2);
    for (const { source, passages } of report.claims.flatMap(({ cells }) => cells)) {
      for (const { start, end, exact } of passages) expect(text(source).slice(start, end)).toBe(exact);
    }
    expect(report.quotes.map(({ relation }) => relation)).toEqual(["truncated"]);
    for (const { a } of report.quotes) expect(text(a.source).slice(a.start, a.end)).toBe(a.exact);
    expect((await assay("post.txt", "echo.txt", "--published", "post.txt=2026-05-05", "echo.txt=2026-05-06")).out).toBe(out);
  });

  it("takes claims one a line, as JSON, and as a list in an object", async () => {
    const lines = file("claims.txt", "The wall was built in 1931.\n\n340 people left their homes.\n");
    const list = file("claims.json", JSON.stringify([{ id: "w", text: "The wall was built in 1931.", type: "date" }, "340 people left their homes."]));
    const inside = file("gold.json", JSON.stringify({ claims: [{ id: "w", claim: "The wall was built in 1931.", sources: [] }] }));
    const claims = async (path: string) => (JSON.parse((await assay("post.txt", "--claims", path)).out) as Written).claims.map(({ id, text, type }) => [id, text, type]);
    const [wall, people] = ["The wall was built in 1931.", "340 people left their homes."];
    expect(await claims(lines)).toEqual([["c01", wall, "date"], ["c02", people, "number"]]);
    expect(await claims(list)).toEqual([["w", wall, "date"], ["c02", people, "number"]]);
    expect(await claims(inside)).toEqual([["w", wall, "date"]]);
  });

  it("writes a page without a script or a request, on which every link leads somewhere", async () => {
    const { code, err } = await assay("post.txt", "echo.txt", "--out", "report.html");
    expect({ code, err }).toEqual({ code: 0, err: "report.html: written; nobody has reviewed it yet\n" });
    const page = readFileSync(join(folder, "report.html"), "utf8");
    expect(page).not.toMatch(/<script|<link|<iframe|\son\w+=|https?:\/\/(?!www\.w3\.org)/i);
    expect(page).toContain("&lt;by hand&gt; &amp; with care");
    expect(page).toContain("Nobody has looked at any of it");
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(targets.length).toBeGreaterThan(20);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    // What each file is, by its first line; what differs, in its sentence and before the claims.
    expect(page).toMatch(/<ol class="files">.*post\.txt.*LOWMOUTH, May 5 \(Wire\)/);
    expect(page).toMatch(/people left their homes when.*<b class="those">/s);
    expect(page.indexOf('id="differences"')).toBeLessThan(page.indexOf('id="claims"'));
  });

  it("writes the same as Markdown", async () => {
    const { code, out } = await assay("post.txt", "echo.txt", "--format", "md");
    expect(code).toBe(0);
    for (const words of ["**Not reviewed.**", "## Claims", "cut short", "## What each source leaves out", "no passage says it; looked for "]) expect(out).toContain(words);
  });

  it("reads empty files, texts in another script and one word", async () => {
    file("empty.txt", "");
    file("word.txt", "Rain");
    file("script.txt", "市議会は火曜日に橋を閉鎖した。");
    const { code, out } = await assay("empty.txt", "word.txt", "script.txt");
    expect(code).toBe(0);
    expectSchema(JSON.parse(out));
    expect((await assay("empty.txt", "word.txt", "--format", "html")).out).toContain("The file is empty.");
  });

  it("[S3] says of a file without words that nothing can be found in it, in the report and to whoever made it", async () => {
    file("blank.txt", " \n\n");
    const { code, out, err } = await assay("blank.txt", "word.txt", "--format", "md");
    expect(code).toBe(0);
    expect(out).toMatch(/^1\. blank\.txt, .*; no words in it, so every claim is missing there$/m);
    expect(err).toContain("blank.txt: there are no words in it; every claim is missing there");
  });

  it("leaves nothing behind where the report cannot be put", async () => {
    mkdirSync(join(folder, "taken"));
    expect(await assay("word.txt", "--out", "taken")).toMatchObject({ code: 74 });
    expect(readdirSync(folder).filter((name) => name.includes(".part-"))).toEqual([]);
  });

  it("reads a saved page as a case would, and says what it left out; offsets count in the words that it gives along", async () => {
    const [lede = "", quote = ""] = NEWS["post.txt"].split("\r\n\r\n");
    const paragraphs = `<p>${lede}<p>${quote.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}`;
    file("page.html", `<!doctype html><meta charset=utf-8><meta name=date content=2026-05-05><nav>Menu of the paper</nav><article>${paragraphs}</article>`);
    const { code, out, err } = await assay("page.html", "echo.txt");
    const note = "Of the 46 words on this page, 42 were read: its article.";
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining(`page.html: ${note}`) as string });
    const report = JSON.parse(out) as Written;
    expectSchema(report);
    expect(report.sources).toMatchObject([
      { id: "page", published: "2026-05-05", read: { as: "web page", notes: [expect.stringContaining(note)], text: `${lede}\n\n${quote.trim()}` } },
      { id: "echo", published: null, read: null },
    ]);
    const passages = report.claims.flatMap(({ cells }) => cells).filter(({ source }) => source === "page").flatMap((cell) => cell.passages);
    expect(passages.length).toBeGreaterThan(2);
    for (const { start, end, exact } of passages) expect(report.sources[0]?.read?.text.slice(start, end)).toBe(exact);
    const whole = JSON.parse((await assay("page.html", "echo.txt", "--whole-page")).out) as Written;
    expect(whole.sources[0]?.read).toMatchObject({ notes: [], text: expect.stringMatching(/^Menu of the paper\n\n/) as string });
    for (const format of ["html", "md"]) {
      const written = await assay("page.html", "echo.txt", "--format", format);
      expect(written.out).toContain("read as web page");
      expect(written.out).toContain("Of the 46 words on this page");
    }
  });

  it("refuses in one line what it cannot work with, by its name, and writes nothing", async () => {
    mkdirSync(join(folder, "dir"));
    file("latin.txt", Buffer.from([0x63, 0x61, 0x66, 0xe9]));
    file("zip.docx", Buffer.from("PK\u0003\u0004\u0000\u0000"));
    file("picture.txt", Buffer.from("GIF89a\u0000\u0000"));
    file("empty.html", "<p> </p>");
    file("again.txt", NEWS["post.txt"]);
    file("none.txt", "\n");
    file("broken.json", "[{");
    file("number.json", "[7]");
    file("twice.json", '[{"id":"a","text":"x"},{"id":"a","text":"y"}]');
    file("type.json", '[{"text":"x","type":"rumour"}]');
    const refusals: [args: string[], code: number, words: string][] = [
      [["absent.txt"], 66, "absent.txt: there is no such file"],
      [["dir"], 66, "dir: it is a folder"],
      [["latin.txt"], 65, "latin.txt: this is not UTF-8"],
      [["zip.docx"], 65, "zip.docx: This DOCX is damaged"],
      [["picture.txt"], 65, "picture.txt: this is not plain text"],
      [["empty.html"], 65, "empty.html: There is nothing to read here"],
      [["post.txt", "again.txt"], 65, "again.txt: the same text as post.txt"],
      [["post.txt", "--claims", "none.txt"], 65, "none.txt: there is no claim in it"],
      [["post.txt", "--claims", "broken.json"], 65, "broken.json: it begins as JSON does and is not"],
      [["post.txt", "--claims", "number.json"], 65, "number.json, claim 1: it is a number"],
      [["post.txt", "--claims", "twice.json"], 65, "twice.json: two claims have the id a"],
      [["post.txt", "--claims", "type.json"], 65, 'type.json, claim 1: "type" is one of'],
      [["post.txt", "--claims", "absent.json"], 66, "absent.json: there is no such file"],
      [["post.txt", "--published", "post.txt"], 64, "--published post.txt: it is FILE=DATE"],
      [["post.txt", "--published", "post.txt=2026-02-30"], 64, "2026-02-30 is no date"],
      [["post.txt", "--published", "other.txt=2026-02-03"], 64, "other.txt is none of the files"],
      [["post.txt", "--format", "pdf"], 64, "--format pdf: it is one of json, html, md"],
      [["post.txt", "--most", "many"], 64, "--most many: it is a whole number"],
      [["post.txt", "--out", "dir/none/report.json"], 74, "dir/none/report.json: it cannot be written"],
    ];
    for (const [args, code, words] of refusals) {
      const run = await assay(...args);
      expect({ args, code: run.code, out: run.out }).toEqual({ args, code, out: "" });
      expect(run.err).toMatch(/^assay: [^\n]*\n$/);
      expect(run.err).toContain(words);
    }
    expect(existsSync(join(folder, "dir/none"))).toBe(false);
  });
});
