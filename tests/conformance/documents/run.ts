import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportReport } from "@assay/reports";
import type { ReportSnapshot } from "@assay/reports";
import { exportPages } from "@assay/reports/pages";
import type { Outcome } from "../outcome.ts";
import { sampleReport } from "../../bench/reports/sample-report.ts";
import { findSoffice } from "./find-soffice.ts";

const FORMULA = '=HYPERLINK("https://evil.example","x")';

/**
 * What LibreOffice makes of our files: DOCX keeps its headings, notes, tables and words through a conversion; XLSX and
 * CSV open without one formula. Debian: apt-get install libreoffice-writer libreoffice-calc.
 */
export async function runDocuments(): Promise<Outcome> {
  const office = findSoffice();
  if (office === null) throw new Error("LibreOffice is not on this machine. Install it, and this suite runs.");
  const folder = mkdtempSync(join(tmpdir(), "assay-documents-"));
  const failures: string[] = [];
  let passed = 0;
  const check = (what: string, holds: boolean, came = ""): void => {
    if (holds) passed += 1;
    else failures.push(came === "" ? what : `${what}: ${came}`);
  };
  try {
    const snapshot = withFormulas(sampleReport(12, 4));
    await checkDocx(office, folder, snapshot, check);
    await checkSheets(office, folder, snapshot, check);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { passed, failures };
}

type Check = (what: string, holds: boolean, came?: string) => void;

function withFormulas(snapshot: ReportSnapshot): ReportSnapshot {
  const claims = snapshot.claims.map((claim, index) => (index === 0 ? { ...claim, text: FORMULA } : claim));
  return { ...snapshot, claims };
}

async function checkDocx(office: string, folder: string, snapshot: ReportSnapshot, check: Check): Promise<void> {
  const passages = snapshot.claims.flatMap(({ cells }) => cells.flatMap(({ tag }) => tag?.evidence ?? []));
  writeFileSync(join(folder, "report.docx"), (await exportPages(snapshot, "docx")).bytes);
  const flat = convert(office, folder, "report.docx", "fodt", "fodt");
  const count = (part: RegExp): number => flat.match(part)?.length ?? 0;
  const words = flat.replace(/<[^>]+>/gu, "");
  check("headings", count(/<text:h\b/gu) >= snapshot.claims.length + 5, `${count(/<text:h\b/gu)} headings`);
  check("a note for each passage", count(/<text:note /gu) === passages.length, `${count(/<text:note /gu)} of ${passages.length}`);
  check("tables", count(/<table:table /gu) >= 3, `${count(/<table:table /gu)} tables`);
  check("header rows", count(/<table:table-header-rows>/gu) >= 3, `${count(/<table:table-header-rows>/gu)} header rows`);
  check("links inside", count(/xlink:href="#/gu) > snapshot.counts.cells, `${count(/xlink:href="#/gu)} links`);
  for (const { exact } of passages) check(`the passage “${exact}”`, words.includes(exact));
  const pages = convert(office, folder, "report.docx", "pdf", "pdf");
  check("pages", pages.startsWith("%PDF"));
}

async function checkSheets(office: string, folder: string, snapshot: ReportSnapshot, check: Check): Promise<void> {
  writeFileSync(join(folder, "sheets.xlsx"), (await exportPages(snapshot, "xlsx")).bytes);
  writeFileSync(join(folder, "cells.csv"), exportReport(snapshot, "csv").bytes);
  for (const file of ["sheets.xlsx", "cells.csv"]) {
    const flat = convert(office, folder, file, "fods", "fods");
    check(`${file} has no formula`, !/table:formula=/u.test(flat));
    check(`${file} keeps the words of one`, flat.includes("HYPERLINK("));
    check(`${file} has a row for each cell`, (flat.match(/<table:table-row/gu)?.length ?? 0) > snapshot.counts.cells);
  }
}

function convert(office: string, folder: string, file: string, format: string, extension: string): string {
  const out = join(folder, `${file}-${extension}`);
  mkdirSync(out);
  // A profile of its own: a LibreOffice that is open elsewhere would take the job and never answer.
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const options = [profile, "--headless", "--convert-to", format, "--outdir", out, join(folder, file)];
  const { status, stderr } = spawnSync(office, options, { encoding: "utf8", timeout: 120_000 });
  const [made] = readdirSync(out);
  if (made === undefined) throw new Error(`LibreOffice made no ${format} of ${file} (exit ${status}): ${stderr}`);
  return readFileSync(join(out, made), extension === "pdf" ? "latin1" : "utf8");
}
