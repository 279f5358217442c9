import { Command, CommanderError } from "commander";
import { connect } from "./client.ts";
import type { Api } from "./client.ts";
import { showAgreement } from "./commands/agreement.ts";
import type { AgreementCommandOptions } from "./commands/agreement.ts";
import { exportArchive, importArchive } from "./commands/archive.ts";
import type { ImportArchiveOptions } from "./commands/archive.ts";
import { showCases } from "./commands/cases.ts";
import { checkFiles } from "./commands/check.ts";
import type { CheckCommandOptions } from "./commands/check.ts";
import { exportReport } from "./commands/export-report.ts";
import type { ExportOptions } from "./commands/export-report.ts";
import { importFiles } from "./commands/import-files.ts";
import type { ImportOptions } from "./commands/import-files.ts";
import { reanchor } from "./commands/reanchor.ts";
import type { ReanchorOptions } from "./commands/reanchor.ts";
import { signIn } from "./commands/sign-in.ts";
import { showVerdicts } from "./commands/verdict.ts";
import type { VerdictCommandOptions } from "./commands/verdict.ts";
import { verifyRelease } from "./commands/verify-release.ts";
import { verifyLog } from "./commands/verify.ts";
import type { VerifyOptions } from "./commands/verify.ts";
import { readSettings } from "./env.ts";
import type { Settings } from "./env.ts";
import { EXIT, Failure, failureOf } from "./failure.ts";
import { makeProgress } from "./progress.ts";

const program = new Command("assay")
  .description("Works with the cases of a running Assay server.")
  .option("--server <url>", "address of the server (default: the one running on this machine)")
  .option("--data <folder>", "the server's data folder, where its token for this machine is")
  .exitOverride()
  .showHelpAfterError("Run: assay --help")
  .addHelpText(
    "after",
    `
CASE is a case's id, the start of it, or words of its title.
Exit codes: 0 done, 1 a log that was tampered with, 64 wrong words, 65 refused, 66 not found, 69 no server,
74 cannot write, 77 not permitted.`,
  );

const gathered = (value: string, before: string[] = []): string[] => [...before, value];
const settings = (): Settings => readSettings(program.opts());
const api = (): Api => connect(settings());

program
  .command("cases")
  .description("lists the cases you can see")
  .option("--json", "as JSON")
  .action((options: { json?: boolean }) => showCases(api(), options));

program
  .command("import")
  .description("adds files (.txt, .md, .html, .docx, .pdf) to a case, each as a source")
  .argument("<case>")
  .argument("<file...>")
  .option("--publisher <name>")
  .option("--author <name>")
  .option("--url <url>")
  .option("--published <date>", "as printed, YYYY-MM-DD or with a time")
  .option("--kind <kind>", "article, transcript, statement, record or draft", "article")
  .option("--language <code>", "such as en")
  .option("--group <name>", "independence group: sources that share a wire origin")
  .option("--whole-page", "of a web page, all that it shows, not its article alone")
  .option("--partial", "the file is not the whole document; nothing can be tagged missing in it")
  .option("--duplicates", "add a text that the case already has")
  .action(async (caseName: string, files: string[], options: ImportOptions) => {
    process.exitCode = await importFiles(api(), caseName, files, options, makeProgress(process.stdout));
  });

program
  .command("export")
  .description("writes a case's report")
  .argument("<case>")
  .requiredOption("--format <format>", "html, md, csv, json, pdf, docx, xlsx, annotations, hypothesis or claimreview")
  .option("--out <path>", "where to; - for standard output (default: a name made from the title)")
  .option("--title <title>", "the report's title (default: the case's)")
  .option("--settled-only", "leave out cells that nobody has reviewed")
  .option("--discussion", "with the threads on the case and on what is in the report (html, md, json)")
  .action((caseName: string, options: ExportOptions) =>
    exportReport(api(), caseName, options, makeProgress(process.stderr)),
  );

const archive = program.command("archive").description("keeps a whole case as one file, and brings it back");
archive
  .command("export")
  .description("writes a case with its sources, work and log")
  .argument("<case>")
  .argument("<file>", "such as case.assay.zip")
  .action((caseName: string, file: string) =>
    exportArchive(api(), settings(), caseName, file, makeProgress(process.stderr)),
  );
archive
  .command("import")
  .description("takes a case in, after verifying all of it")
  .argument("<file>")
  .option("--workspace <name>", "where to: its id or its name (default: the only one you are in)")
  .option("--copy", "with new ids, beside the case where that is on this server already")
  .action((file: string, options: ImportArchiveOptions) =>
    importArchive(api(), settings(), file, options, makeProgress(process.stdout)),
  );

program
  .command("reanchor")
  .description("carries anchors from one version of a text to the next; needs no server, prints JSON lines")
  .requiredOption("--from <file>", "the old text, UTF-8")
  .requiredOption("--to <file>", "the new text, UTF-8")
  .requiredOption("--anchors <file>", "JSON lines: id, start, end, exact, prefix, suffix; offsets in UTF-16 units")
  .option("--loose", "look for anchors that do not stand at their offsets")
  .action((options: ReanchorOptions) => reanchor(options, (line) => process.stdout.write(`${line}\n`)));

program
  .command("verify")
  .description("verifies a case's log, entry by entry; exit code 1 when it was tampered with")
  .argument("[case]")
  .option("--keep <file>", "keep the verified log, one entry a line")
  .option("--against <file>", "a log kept before: today's has to begin with it")
  .option("--file <file>", "verify a kept log; needs no server")
  .option("--release <file>", "verify a release's JSON export; needs no server")
  .action(async (caseName: string | undefined, options: VerifyOptions & { release?: string }) => {
    const say = (line: string) => process.stdout.write(`${line}\n`);
    const { release } = options;
    process.exitCode = release === undefined ? await verifyLog(api, caseName, options, say) : await verifyRelease(release, say);
  });

program
  .command("sign-in")
  .description("signs in with a password (typed, or on standard input) and keeps a token for this user")
  .argument("<email>")
  .action((email: string) => signIn(settings(), email));

program
  .command("check")
  .description("compares files on the claims they make, without a person; needs no server")
  .argument("<file...>", "the sources: plain text in UTF-8, .html, .docx, .pdf")
  .option("--claims <file>", "claims to check: one a line, or JSON; - for standard input (default: those found in the files)")
  .option("--published <file=date>", "when a file was published, YYYY-MM-DD; again for each file", gathered)
  .option("--whole-page", "of web pages, all that they show, not their articles alone")
  .option("--format <format>", "json, html or md (default: by the name of --out, else json)")
  .option("--out <path>", "where to (default: standard output)")
  .option("--most <n>", "how many claims at most, where none are given (default: 25)")
  .action((files: string[], options: CheckCommandOptions) => checkFiles(files, options, makeProgress(process.stderr)));

program
  .command("agreement")
  .description("measures how far annotators agree, as JSON; needs no server")
  .requiredOption("--ratings <file>", 'one rating a line, {"unit", "annotator", "category"}; - for standard input')
  .option("--categories <names>", "the whole scale, with commas, used or not (default: the categories that occur)")
  .option("--resamples <n>", "for the 95 % intervals; 0 for none (default: 1000)")
  .option("--seed <n>", "the same seed gives the same intervals (default: 1)")
  .option("--list <n>", "how many of the units that divide annotators are listed (default: 50)")
  .action((options: AgreementCommandOptions) => showAgreement(options));

program
  .command("verdict")
  .description("derives verdicts from votes, one JSON line each; needs no server")
  .requiredOption("--votes <file>", 'one claim a line, {"id", "votes": [{"group", "stance"}]}; - for standard input')
  .option("--threshold <n>", "independent groups that corroborate a claim; 0 asks for none (default: 2)")
  .action((options: VerdictCommandOptions) => showVerdicts(options));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  } else {
    const failure = error instanceof Failure ? error : failureOf(error, () => settings().url);
    process.stderr.write(`assay: ${failure.message}\n`);
    process.exitCode = failure.exit;
  }
}
