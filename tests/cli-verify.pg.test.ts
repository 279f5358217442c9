import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, ensureCli } from "../apps/server/bin/prepare.mjs";
import { newId, openApp } from "../apps/server/src/testing/desk.ts";
import type { TestServerApp } from "../apps/server/src/testing/desk.ts";
import { enter, serve } from "../apps/server/src/testing/serve.ts";
import type { Listening } from "../apps/server/src/testing/serve.ts";

const PASSWORD = "ten letters";
let folder: string;
let opened: TestServerApp;
let at: Listening;
let owner: pg.Client;
let api: Awaited<ReturnType<typeof enter>>["api"];
const workspaceId = newId();

/** Runs the command as a shell would, with a home of its own. */
function assay(args: string[], stdin = "") {
  const env = { ...process.env, ASSAY_DATA: join(folder, "none"), XDG_CONFIG_HOME: join(folder, "config") };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const command = [join(ROOT, "apps/cli/bin/assay.mjs"), "--server", at.url, ...args];
    const child = execFile(process.execPath, command, { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(stdin);
  });
}

/** A case with six entries in its log. */
async function makeCase(title: string): Promise<string> {
  const caseId = newId();
  await api.case.create.mutate({ mutationId: newId(), workspaceId, id: caseId, title, summary: "" });
  for (let i = 1; i <= 5; i += 1) {
    const wording = { text: `Claim ${i} of ${title}`, type: "event", claimant: "" } as const;
    await api.claim.create.mutate({ mutationId: newId(), caseId, id: newId(), ...wording });
  }
  return caseId;
}

beforeAll(async () => {
  await ensureCli(() => {});
  folder = mkdtempSync(join(tmpdir(), "assay-verify-"));
  opened = await openApp();
  at = await serve(opened);
  owner = new pg.Client({ connectionString: opened.url });
  await owner.connect();
  api = (await enter(at, "ida@assay.example")).api;
  await api.workspace.create.mutate({ mutationId: newId(), id: workspaceId, name: "Desk" });
  expect(await assay(["sign-in", "ida@assay.example"], `${PASSWORD}\n`)).toMatchObject({ code: 0 });
}, 120_000);

afterAll(async () => {
  await owner.end();
  await at.close();
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("assay verify", () => {
  it("[E2] finds a whole log whole, and keeps it for later", async () => {
    await makeCase("Whole");
    const kept = join(folder, "whole.jsonl");
    const { code, out } = await assay(["verify", "Whole", "--keep", kept]);
    expect(out).toContain("Whole: All 6 entries are as they were written.");
    expect(code).toBe(0);
    expect(readFileSync(kept, "utf8").trim().split("\n")).toHaveLength(6);
    expect(await assay(["verify", "--file", kept])).toMatchObject({ code: 0 });
    const changed = readFileSync(kept, "utf8").replace("Claim 3 of", "Claim 8 of");
    writeFileSync(join(folder, "changed.jsonl"), changed);
    const found = await assay(["verify", "--file", join(folder, "changed.jsonl")]);
    expect(found.code).toBe(1);
    expect(found.out).toMatch(/broken at entry 4\.\n {2}Entry 4 was altered/);
  });

  it("[E2] ends with 1 and names the entry that the database's owner tampered with", async () => {
    const caseId = await makeCase("Altered");
    await owner.query(`UPDATE case_events SET actor_id = 'x' WHERE case_id = $1 AND number = 3`, [caseId]);
    const { code, out } = await assay(["verify", "Altered"]);
    expect(out).toMatch(/^Altered: The log is broken at entry 3\.\n {2}Entry 3 was altered/);
    expect(out).toMatch(/Entries 1 to 2 are as written/);
    expect(code).toBe(1);
  });

  it("[E2] finds a log that was rewritten whole, hashes and all, against one kept before", async () => {
    const caseId = await makeCase("Rewritten");
    const kept = join(folder, "rewritten.jsonl");
    await assay(["verify", "Rewritten", "--keep", kept]);
    const more = { text: "One more", type: "event", claimant: "" } as const;
    await api.claim.create.mutate({ mutationId: newId(), caseId, id: newId(), ...more });
    const grown = await assay(["verify", "Rewritten", "--against", kept]);
    expect(grown).toMatchObject({ code: 0, out: expect.stringContaining("It begins with the 6 entries") as string });
    // What a forger with the whole database could do: a log that is in order with itself, but is another one.
    const first = await makeCase("Forged");
    await assay(["verify", "Forged", "--keep", kept]);
    writeFileSync(kept, readFileSync(kept, "utf8").replaceAll(first, caseId));
    const forged = await assay(["verify", "Rewritten", "--against", kept]);
    expect(forged.code).toBe(1);
    expect(forged.out).toMatch(/Entry 1 is another than the one kept/);
  });

  it("[E2] takes no other case's log for a forgery of this one", async () => {
    const kept = join(folder, "other.jsonl");
    const other = await makeCase("Another case");
    await makeCase("This case");
    await assay(["verify", "Another case", "--keep", kept]);
    const compared = await assay(["verify", "This case", "--against", kept]);
    expect(compared).toMatchObject({ code: 65, out: "" });
    expect(compared.err).toContain(`it is the log of another case (${other}), and tells nothing of this one`);
  });

  it("names ten of many cases that fit, and none for no words at all", async () => {
    for (let nth = 1; nth <= 12; nth += 1) {
      await api.case.create.mutate({ mutationId: newId(), workspaceId, id: newId(), title: `Twelfth ${nth}`, summary: "" });
    }
    const many = await assay(["verify", "Twelfth"]);
    expect(many.err.match(/Twelfth \d/g)).toHaveLength(10);
    expect(many).toMatchObject({ code: 64, err: expect.stringMatching(/; and 2 more\n$/) as string });
    for (const none of ["", " "]) {
      expect(await assay(["verify", none])).toMatchObject({ code: 64, err: expect.stringMatching(/^assay: Name a case: /) as string });
    }
  });

  it("says in one line what was wrong with the words", async () => {
    writeFileSync(join(folder, "poem.txt"), "Roses are red\n");
    const cases: [string[], number, RegExp][] = [
      [["verify"], 64, /^assay: Name a case, or a kept log with --file/],
      [["verify", "x", "--server", "nonsense"], 64, /"nonsense" is no address of a server\. It is one such as http:/],
      [["verify", "x", "--server", "localhost:4310"], 64, /"localhost:4310" is no address of a server/],
      [["verify", "no such case"], 66, /^assay: No case is called/],
      [["verify", "--file", join(folder, "absent")], 66, /cannot be read \(ENOENT\)/],
      [["verify", "--file", join(folder, "poem.txt")], 65, /poem\.txt, line 1: this is no JSON/],
    ];
    for (const [args, code, words] of cases) {
      const result = await assay(args);
      expect(result, args.join(" ")).toMatchObject({ code, err: expect.stringMatching(words) as string });
      expect(result.err.trim().split("\n")).toHaveLength(1);
    }
  });
});
