import { AGREEMENT_DEFAULTS, agreementOf, ratingTable } from "@assay/domain";
import type { Rating } from "@assay/domain";
import { EXIT, Failure } from "../failure.ts";
import { badLine, eachJsonLine, nameIn } from "../json-lines.ts";
import { print } from "../print.ts";
import { wholeNumber } from "../whole-number.ts";

export interface AgreementCommandOptions {
  ratings: string;
  categories?: string;
  seed?: string;
  resamples?: string;
  list?: string;
}

/** Measures agreement on ratings from a file. Works on the file alone, without a server. */
export async function showAgreement(options: AgreementCommandOptions): Promise<void> {
  const settings = {
    seed: wholeNumber("--seed", options.seed, AGREEMENT_DEFAULTS.seed, 2 ** 32 - 1),
    resamples: wholeNumber("--resamples", options.resamples, AGREEMENT_DEFAULTS.resamples, 100_000),
    list: wholeNumber("--list", options.list, AGREEMENT_DEFAULTS.list, 1_000_000_000),
  };
  const scale = scaleOf(options.categories);
  const ratings: Rating[] = [];
  const lines: number[] = [];
  await eachJsonLine(options.ratings, (value, line) => {
    const rating = ratingOf(value as object);
    if (typeof rating === "string") return rating;
    ratings.push(rating);
    lines.push(line);
    return null;
  });
  const made = ratingTable(ratings, scale);
  if (!made.ok) {
    const earlier = made.earlier === null ? "" : ` (line ${lines[made.earlier]})`;
    throw badLine(options.ratings, lines[made.at] ?? 0, `${made.reason}${earlier}`);
  }
  await print(`${JSON.stringify(agreementOf(made.table, settings), null, 2)}\n`);
}

function ratingOf(record: object): Rating | string {
  const unit = nameIn(record, "unit");
  const annotator = nameIn(record, "annotator");
  const category = nameIn(record, "category");
  if ("wrong" in unit) return unit.wrong;
  if ("wrong" in annotator) return annotator.wrong;
  if ("wrong" in category) return category.wrong;
  return { unit: unit.name, annotator: annotator.name, category: category.name };
}

function scaleOf(given: string | undefined): string[] {
  if (given === undefined) return [];
  const scale = given.split(",").map((name) => name.trim());
  if (!scale.includes("")) return scale;
  throw new Failure(`--categories ${given}: it is names with commas between them`, EXIT.usage);
}
