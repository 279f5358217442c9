/**
 * `npm run acceptance -- FOLDER --gold FILE [--json PATH] [--reports FOLDER]`: does the whole job on real articles
 * through the public API of the built server, as two people, and checks what comes out against the gold file and against
 * the articles themselves.
 * With `--reports` the report is written there in every format, to be looked at.
 */
import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { makeAnchor } from "@assay/domain";
import type { CaseView, RevisionText, TagContent } from "@assay/domain";
import { newId, signUp } from "../support/api.ts";
import type { Api } from "../support/api.ts";
import { startBuiltServer } from "../support/server.ts";
import { reportFigures } from "../support/figures.ts";
import { claimTypeOf, readGold, readSourceBytes } from "./gold.ts";
import type { Gold, GoldCell } from "./gold.ts";
import { checkReports } from "./check-reports.ts";
import { writeReports } from "./write-reports.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { gold: { type: "string" }, json: { type: "string" }, data: { type: "string" }, reports: { type: "string" } },
});
const [folder] = positionals;
const goldPath = options.gold ?? options.data;
if (!folder || !goldPath) {
  console.error("Usage: npm run acceptance -- FOLDER --gold FILE [--json PATH] [--reports FOLDER]");
  process.exit(64);
}

const tally = { passed: 0, failed: 0 };
function check(what: string, holds: boolean, detail = "") {
  if (holds) tally.passed += 1;
  else {
    tally.failed += 1;
    console.error(`failed: ${what}${detail ? `: ${detail}` : ""}`);
  }
}

function contentOf(cell: GoldCell, text: RevisionText): TagContent {
  const missing = cell.status === "missing";
  return {
    stance: cell.status,
    attributed: false,
    confidence: "high",
    rationale: "",
    evidence: cell.quotes.map(({ start, end }) => ({
      ...makeAnchor(text.text, start, end),
      id: newId(),
      role: cell.status === "verified" ? ("supports" as const) : ("refutes" as const),
    })),
    attestation: missing ? { revisionSha256: text.sha256, readInFull: true, searchTerms: ["gold"] } : null,
  };
}

async function importSources(api: Api, caseId: string, gold: Gold): Promise<Map<string, RevisionText>> {
  const texts = new Map<string, RevisionText>();
  for (const { id: key, file, chars } of gold.sources) {
    const bytes = readSourceBytes(resolve(folder ?? ""), file);
    const content = { kind: "file" as const, name: file, mediaType: "text/plain", base64: bytes.toString("base64") };
    const read = await api.source.inspect.mutate({ caseId, content });
    if (!read.ok) throw new Error(`${file}: ${read.reason}`);
    const id = newId();
    await api.source.add.mutate({
      mutationId: newId(), caseId, id, content, completeness: "full",
      meta: {
        title: read.title, publisher: `Source ${key}`, author: "", url: "", publishedAt: null, retrievedAt: null,
        kind: "article", language: "en", independenceGroup: "",
      },
    });
    const stored = await api.source.text.query({ caseId, sourceId: id });
    const sha256 = createHash("sha256").update(stored.text, "utf8").digest("hex");
    check(`${file}: sha256 of the stored revision is that of the text a user sees`, sha256 === stored.sha256);
    check(`${file}: the text is the file's`, stored.text === bytes.toString("utf8"), `${stored.text.length} / ${chars}`);
    texts.set(key, stored);
  }
  return texts;
}

async function tagEverything(api: Api, caseId: string, gold: Gold, texts: Map<string, RevisionText>): Promise<void> {
  for (const claim of gold.claims) {
    const claimId = newId();
    const type = claimTypeOf(claim.kind);
    await api.claim.create.mutate({ mutationId: newId(), caseId, id: claimId, text: claim.claim, type, claimant: "" });
    const items: { tagId: string; baseVersion: number }[] = [];
    for (const [key, cell] of Object.entries(claim.sources)) {
      const text = texts.get(key);
      if (!text) throw new Error(`the gold names source ${key}, which it does not list`);
      const id = newId();
      await api.tag.save.mutate({
        mutationId: newId(), caseId, id, claimId, sourceId: text.sourceId, revisionId: text.id, baseVersion: 0,
        claimVersion: 1, content: contentOf(cell, text),
      });
      items.push({ tagId: id, baseVersion: 1 });
    }
    const sent = await api.tag.submitMany.mutate({ mutationId: newId(), caseId, items });
    for (const { reason } of sent.refused) check(`${claim.id} can be submitted`, false, reason);
  }
}

async function approveEverything(reviewer: Api, caseId: string): Promise<void> {
  const view = await reviewer.case.get.query({ caseId });
  for (const tag of view.tags) {
    await reviewer.review.decide.mutate({
      mutationId: newId(), caseId, tagId: tag.id, tagVersion: tag.version, decision: "approve", reason: "",
    });
  }
}

function checkCells(view: CaseView, gold: Gold, texts: Map<string, RevisionText>): void {
  check("40 claims", view.claims.length === gold.claims.length, String(view.claims.length));
  for (const [index, claim] of gold.claims.entries()) {
    const stored = view.claims[index];
    check(`${claim.id} keeps its wording`, stored?.text === claim.claim);
    for (const [key, cell] of Object.entries(claim.sources)) {
      const text = texts.get(key);
      const tag = view.tags.find((t) => t.claimId === stored?.id && t.sourceId === text?.sourceId);
      const where = `${claim.id} × ${key}`;
      check(`${where} is ${cell.status}, approved`, tag?.stance === cell.status && tag.state === "approved", tag?.state);
      check(`${where} has its passages`, tag?.evidence.length === cell.quotes.length);
      for (const [i, quote] of cell.quotes.entries()) {
        const passage = tag?.evidence[i];
        const same = passage?.start === quote.start && passage.end === quote.end && passage.exact === quote.exact;
        check(`${where} passage ${i + 1} is the gold's`, same);
        check(
          `${where} passage ${i + 1} equals the source at its offsets`,
          passage !== undefined && text?.text.slice(passage.start, passage.end) === passage.exact,
        );
      }
    }
  }
}

const gold = readGold(resolve(goldPath));
const server = await startBuiltServer();
const began = performance.now();
try {
  const password = "a long enough password";
  const annotator = await signUp(server.url, { name: "Annotator", email: "annotator@acceptance.example", password });
  const reviewer = await signUp(server.url, { name: "Reviewer", email: "reviewer@acceptance.example", password });
  const workspaceId = newId();
  const caseId = newId();
  await annotator.workspace.create.mutate({ mutationId: newId(), id: workspaceId, name: "Acceptance" });
  const { token } = await annotator.workspace.invite.mutate({ mutationId: newId(), workspaceId, role: "reviewer" });
  await reviewer.invitation.accept.mutate({ mutationId: newId(), token });
  await annotator.case.create.mutate({ mutationId: newId(), workspaceId, id: caseId, title: "Acceptance", summary: "" });

  const texts = await importSources(annotator, caseId, gold);
  await tagEverything(annotator, caseId, gold, texts);
  await approveEverything(reviewer, caseId);

  const view = await annotator.case.get.query({ caseId });
  checkCells(view, gold, texts);
  await checkReports(annotator, caseId, view, gold, texts, check);
  if (options.reports !== undefined) await writeReports(annotator, caseId, resolve(options.reports));
  const log = await annotator.case.verifyLog.query({ caseId });
  check("the log verifies", log.ok && log.events === view.lastEvent);
} finally {
  await server.stop();
}

const total = tally.passed + tally.failed;
const code = reportFigures(
  "acceptance",
  [
    { figure: "checks that hold", value: tally.passed, unit: `of ${total}`, bar: "all", holds: tally.failed === 0 },
    { figure: "time", value: (performance.now() - began) / 1000, unit: "s", bar: "", holds: null },
  ],
  options.json,
);
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(code);
