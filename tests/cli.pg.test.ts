import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoCase } from "@assay/seeds";
import { ROOT, ensureCli } from "../apps/server/bin/prepare.mjs";
import { startBuiltServer } from "./support/server.ts";
import type { RunningServer } from "./support/server.ts";

let server: RunningServer;
let folder: string;

/** Runs the command as a shell would, in a pipe, with a home of its own. */
function assay(args: string[], { stdin = "", data = server.data } = {}) {
  const env = { ...process.env, ASSAY_DATA: data, XDG_CONFIG_HOME: join(folder, "config") };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(process.execPath, [join(ROOT, "apps/cli/bin/assay.mjs"), ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(stdin);
  });
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

beforeAll(async () => {
  await ensureCli(() => {});
  folder = mkdtempSync(join(tmpdir(), "assay-cli-"));
  server = await startBuiltServer();
}, 120_000);

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("the assay command", () => {
  it("lists the cases with the token that the server left for this user alone", async () => {
    expect(statSync(join(server.data, "token")).mode & 0o777).toBe(0o600);
    const { code, out } = await assay(["cases"]);
    expect(code).toBe(0);
    expect(out).toContain(demoCase.case.title);
  });

  it("imports files as sources, says what it did with each, and goes on after a refused one", async () => {
    const good = file("good.txt", "Harbour closed\n\nThe harbour was closed at noon on Monday.\n");
    const binary = file("binary.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]));
    const { code, out, err } = await assay(["import", demoCase.case.title, binary, good, join(folder, "absent.txt")]);
    expect(code).toBe(65);
    expect(out).toMatch(/good\.txt: source 4, \d+ characters, sha256 [0-9a-f]{64}\n/);
    expect(err.trim().split("\n")).toHaveLength(2);
    expect(err).toContain("binary.txt");
    expect(err).toContain("absent.txt: there is no such file");
    const isFolder = await assay(["import", demoCase.case.title, folder]);
    expect(isFolder).toMatchObject({ code: 65, err: expect.stringContaining(`${folder}: it is a folder`) });
    const again = await assay(["import", demoCase.case.title, good]);
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining("already there as source 4") });
  });

  it("imports a saved page: its article, or all of it, and takes from it what it says of itself", async () => {
    const article = "<article><h1>Harbour reopened</h1><p>The harbour was opened again at dawn.</p></article>";
    const head = '<title>Harbour reopened</title><meta property="og:site_name" content="The Courier">';
    const page = file("reopened.html", `<!doctype html><html lang=en><head>${head}</head><body><nav>Home</nav>${article}</body></html>`);
    const read = await assay(["import", demoCase.case.title, page]);
    expect(read.out).toContain("reopened.html: source 5, 55 characters");
    expect(read.out).toContain("Of the 10 words on this page, 9 were read: its article.");
    const again = await assay(["import", demoCase.case.title, page]);
    expect(again.out).toContain("already there as source 5, The Courier");
    const whole = await assay(["import", demoCase.case.title, page, "--whole-page"]);
    expect(whole.out).toContain("reopened.html: source 6, 61 characters");
  });

  it("exports every format, whole or not at all", async () => {
    for (const format of ["html", "md", "csv", "json", "annotations", "hypothesis"]) {
      const path = join(folder, `report.${format}`);
      expect(await assay(["export", demoCase.case.title, "--format", format, "--out", path])).toMatchObject({ code: 0 });
      expect(readFileSync(path, "utf8")).toContain("The call lasted 50 minutes.");
    }
    mkdirSync(join(folder, "taken"));
    const failed = await assay(["export", demoCase.case.title, "--format", "md", "--out", join(folder, "taken")]);
    expect(failed).toMatchObject({ code: 74, err: expect.stringContaining("cannot be written") });
    expect(readdirSync(folder).filter((name) => name.includes(".part-"))).toEqual([]);
  });

  it("says in one line what was wrong, with an exit code for scripts", async () => {
    const cases: [string[], number, RegExp][] = [
      [["export", "no such case", "--format", "md"], 66, /^assay: No case is called "no such case"/],
      [["export", demoCase.case.title, "--format", "gif"], 64, /^assay: --format gif: it is one of html, md, csv, json/],
      [["--server", "http://127.0.0.1:9", "cases"], 69, /^assay: No Assay server answers at http:\/\/127\.0\.0\.1:9/],
    ];
    for (const [args, code, words] of cases) {
      const result = await assay(args);
      expect(result, args.join(" ")).toMatchObject({ code, err: expect.stringMatching(words) });
      expect(result.err.trim().split("\n")).toHaveLength(1);
    }
  });

  it("asks to sign in where there is no token, and keeps one for this user alone", async () => {
    const elsewhere = { data: join(folder, "no-data") };
    const at = ["--server", server.url];
    expect(await assay([...at, "cases"], elsewhere)).toMatchObject({ code: 77, err: expect.stringContaining("sign-in") });
    const [person] = demoCase.people;
    if (!person) throw new Error("the demo has no people");
    const wrong = await assay([...at, "sign-in", person.email], { ...elsewhere, stdin: "not the password\n" });
    expect(wrong).toMatchObject({ code: 77, err: expect.stringContaining("do not fit together") });
    const right = await assay([...at, "sign-in", person.email], { ...elsewhere, stdin: `${person.password}\n` });
    expect(right).toMatchObject({ code: 0, err: "" });
    const kept = join(folder, "config/assay", `token-${new URL(server.url).host.replaceAll(":", "-")}`);
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    expect(await assay([...at, "cases"], elsewhere)).toMatchObject({ code: 0, out: expect.stringContaining(demoCase.case.title) });
  });

  // Last: two cases have its title afterwards.
  it("keeps a case as one file, and refuses to import it where it is, or where it is no archive", async () => {
    const path = join(folder, "case.assay.zip");
    const kept = await assay(["archive", "export", demoCase.case.title, path]);
    expect(kept).toMatchObject({ code: 0 });
    expect(kept.err).toMatch(/case\.assay\.zip: .+, \d+ bytes, sha256 [0-9a-f]{64}\n/);
    expect(readFileSync(path).length).toBe(Number(/(\d+) bytes/.exec(kept.err)?.[1]));
    const here = await assay(["archive", "import", path]);
    expect(here).toMatchObject({ code: 65, err: expect.stringContaining("is on this server already") });
    const copy = await assay(["archive", "import", path, "--copy"]);
    expect(copy).toMatchObject({ code: 0, out: expect.stringMatching(/Its log of \d+ entries was verified\./) });
    const other = await assay(["archive", "import", file("other.zip", "no archive")]);
    expect(other).toMatchObject({ code: 65, err: expect.stringContaining("not an archive that Assay made") });
    const isFolder = await assay(["archive", "import", folder]);
    expect(isFolder).toMatchObject({ code: 66, err: expect.stringContaining(`${folder}: it is a folder`) });
    const absent = await assay(["archive", "import", join(folder, "absent.zip")]);
    expect(absent).toMatchObject({ code: 66, err: expect.stringMatching(/absent\.zip: /) });
    const nowhere = await assay(["archive", "import", path, "--workspace", "Nowhere"]);
    expect(nowhere).toMatchObject({ code: 66, err: expect.stringContaining('No workspace is called "Nowhere"') });
  });
});
