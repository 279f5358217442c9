import { createHash } from "node:crypto";
import type { CaseView, RevisionText } from "@assay/domain";
import type { Api } from "../support/api.ts";
import type { Gold } from "./gold.ts";

type Check = (what: string, holds: boolean, detail?: string) => void;

const FORMATS = ["html", "md", "csv", "json"] as const;

/** Undoes what the HTML writer does to text, so that quotations can be looked for. */
const unescapeHtml = (html: string) =>
  html
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

/** Minimal RFC 4180 reader, apart from the writer under test. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  for (let i = csv.charCodeAt(0) === 0xfeff ? 1 : 0; i < csv.length; i += 1) {
    const c = csv[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (csv[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === "," || c === "\n") {
      rows.at(-1)?.push(cell.replace(/\r$/, ""));
      cell = "";
      if (c === "\n") rows.push([]);
    } else cell += c;
  }
  if (cell !== "" || (rows.at(-1)?.length ?? 0) > 0) rows.at(-1)?.push(cell);
  return rows.filter((row) => row.length > 1);
}

/** Exports all four formats and looks for every claim, every quotation and every count in them. */
export async function checkReports(
  api: Api,
  caseId: string,
  view: CaseView,
  gold: Gold,
  texts: Map<string, RevisionText>,
  check: Check,
): Promise<void> {
  const bodies: Record<string, string> = {};
  for (const format of FORMATS) {
    const scope = { claimIds: "all" as const, sourceIds: "all" as const, settledOnly: false };
    const report = await api.report.export.query({ caseId, format, title: "Acceptance", scope });
    bodies[format] = report.body;
    const sha256 = createHash("sha256").update(report.body, "utf8").digest("hex");
    check(`${format}: sha256 is that of the bytes`, sha256 === report.sha256);
    for (const { sha256: revision } of texts.values()) {
      if (format !== "csv") check(`${format}: names the revision ${revision.slice(0, 8)}`, report.body.includes(revision));
    }
  }
  const json = JSON.parse(bodies.json ?? "null") as unknown;
  const cells = readCsv(bodies.csv ?? "");
  const [head = [], ...rows] = cells;
  check("csv: one row a cell", rows.length === view.claims.length * view.sources.length, String(rows.length));
  const stanceColumn = head.indexOf("stance");
  check("csv: has a column stance", stanceColumn >= 0, head.join(","));
  for (const stance of ["verified", "disputed", "missing"] as const) {
    const wanted = gold.claims.flatMap((c) => Object.values(c.sources)).filter((c) => c.status === stance).length;
    const got = rows.filter((row) => row[stanceColumn] === stance).length;
    check(`csv: ${wanted} cells are ${stance}`, got === wanted, String(got));
  }
  const html = unescapeHtml(bodies.html ?? "");
  const jsonText = JSON.stringify(json);
  for (const claim of gold.claims) {
    check(`html: ${claim.id}`, html.includes(claim.claim));
    check(`json: ${claim.id}`, jsonText.includes(JSON.stringify(claim.claim)));
    for (const { quotes } of Object.values(claim.sources)) {
      for (const { exact } of quotes) {
        check(`html: “${exact.slice(0, 40)}”`, html.includes(exact));
        check(`json: “${exact.slice(0, 40)}”`, jsonText.includes(JSON.stringify(exact).slice(1, -1)));
        check(`csv: “${exact.slice(0, 40)}”`, rows.some((row) => row.some((text) => text.includes(exact))));
      }
    }
  }
}
