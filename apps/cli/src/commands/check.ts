import { extname } from "node:path";
import { checkSources } from "@assay/assist";
import { checkReport } from "../check/check-report.ts";
import { htmlCheck } from "../check/html-check.ts";
import { markdownCheck } from "../check/markdown-check.ts";
import { readClaims } from "../check/read-claims.ts";
import { readSources } from "../check/read-sources.ts";
import { EXIT, Failure } from "../failure.ts";
import { print } from "../print.ts";
import type { Progress } from "../progress.ts";
import { wholeNumber } from "../whole-number.ts";
import { writeWhole } from "../write-whole.ts";

export interface CheckCommandOptions {
  claims?: string;
  published?: string[];
  wholePage?: boolean;
  format?: string;
  out?: string;
  most?: string;
}

const FORMATS = ["json", "html", "md"] as const;
type Format = (typeof FORMATS)[number];

/** As a shell tells of a Ctrl-C. */
const INTERRUPTED = 130;

/**
 * Reads files, finds or takes claims, and writes what each file seems to say of each. Needs no server and no database;
 * nothing of it has been reviewed by anybody, and the report says so.
 */
export async function checkFiles(files: string[], options: CheckCommandOptions, progress: Progress): Promise<void> {
  const format = formatOf(options);
  const mostClaims = wholeNumber("--most", options.most, 25, 1000);
  const claims = options.claims === undefined ? undefined : await readClaims(options.claims);
  // "--published a.txt=2026-03-14 b.txt=2026-03-15": the second comes in as a file.
  const { published = [] } = options;
  const isDate = (word: string) => published.length > 0 && /.=\d{4}-\d{2}-\d{2}[^/]*$/.test(word);
  const dates = [...published, ...files.filter(isDate)];
  const sources = await readSources(files.filter((word) => !isDate(word)), dates, options.wholePage === true);
  const stop = new AbortController();
  const interrupt = () => stop.abort(new Failure("stopped; nothing was written", INTERRUPTED));
  process.once("SIGINT", interrupt);
  try {
    const found = await checkSources(sources, claims, {
      mostClaims,
      signal: stop.signal,
      onProgress: (done) => progress.step(`Reading ${sources.length} source${sources.length === 1 ? "" : "s"}: ${Math.floor(done * 100)} %`),
    });
    progress.end();
    const report = checkReport(sources, found);
    // Everything is missing from a file without words, and a reader of the report takes that for a finding.
    for (const { file, text } of sources) if (text.trim() === "") progress.line(`${file}: there are no words in it; every claim is missing there`);
    for (const { file, read } of sources) for (const note of read?.notes ?? []) progress.line(`${file}: ${note}`);
    const texts = new Map(sources.map(({ id, text }) => [id, text]));
    const written =
      format === "json" ? `${JSON.stringify(report, null, 2)}\n` : format === "html" ? htmlCheck(report, texts) : markdownCheck(report, texts);
    await put(written, options.out, progress);
  } finally {
    process.off("SIGINT", interrupt);
  }
}

function formatOf({ format, out }: CheckCommandOptions): Format {
  const given = format ?? (out === undefined ? undefined : { ".html": "html", ".htm": "html", ".md": "md", ".json": "json" }[extname(out).toLowerCase()]);
  if (given === undefined) return "json";
  const known = FORMATS.find((name) => name === given);
  if (known === undefined) throw new Failure(`--format ${given}: it is one of ${FORMATS.join(", ")}`, EXIT.usage);
  return known;
}

async function put(written: string, out: string | undefined, progress: Progress): Promise<void> {
  if (out === undefined || out === "-") return print(written);
  await writeWhole(out, written);
  progress.line(`${out}: written; nobody has reviewed it yet`);
}
