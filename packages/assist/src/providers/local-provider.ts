import type { CellSuggestion } from "../suggestion.ts";
import { builtInProvider } from "./built-in.ts";
import { fields } from "./chat-answer.ts";
import { cellName } from "./provider.ts";
import type { AssistProvider, ReadRequest, Reading, ReadingOptions } from "./provider.ts";

/** Optional: a desk that wants it installs it beside Assay. Named like this it is not bundled and not missed. */
export const LOCAL_PACKAGE = "@huggingface/transformers";

export interface LocalProviderOptions {
  /** The folder in which models lie, and the model's own in it. */
  models: string;
  folder: string;
  /** How the package is found; another way for tests. */
  load?: () => Promise<unknown>;
  base?: AssistProvider;
}

/** Of "premise" and "hypothesis", in this order: how likely each is. */
type Judge = (premise: string, hypothesis: string) => Promise<{ entailment: number; contradiction: number }>;

/**
 * A small language-inference model on this machine decides, of the passages that the built-in reader found, whether they
 * assert a claim or deny it. It is asked about what was found alone: that a text is silent it cannot tell.
 */
export function localProvider(options: LocalProviderOptions): AssistProvider {
  const identity = { provider: `local ${options.folder}`, version: LOCAL_PACKAGE };
  return { identity, read: (request, how = {}) => readLocally(options, request, how) };
}

async function readLocally(options: LocalProviderOptions, request: ReadRequest, how: ReadingOptions): Promise<Reading> {
  const { base = builtInProvider } = options;
  const { signal, onProgress = () => undefined } = how;
  const reading = await base.read(request, { ...how, onProgress: (done) => onProgress(done * 0.5) });
  let judge: Judge;
  let version: string;
  try {
    ({ judge, version } = await loadJudge(options));
  } catch (error) {
    return { ...reading, notices: [...reading.notices, error instanceof LocalError ? error.message : BROKEN] };
  }
  const cells = new Set<string>();
  const notices = [...reading.notices];
  const claims: Reading["report"]["claims"] = [];
  let isBroken = false;
  for (const [index, claim] of reading.report.claims.entries()) {
    const judged: CellSuggestion[] = [];
    for (const cell of claim.cells) {
      signal?.throwIfAborted();
      const [best] = cell.passages;
      if (isBroken || cell.suggestion === "missing" || best === undefined) {
        judged.push(cell);
        continue;
      }
      try {
        judged.push(decided(cell, await judge(best.exact, claim.text)));
        cells.add(cellName(claim.id, cell.source));
      } catch {
        isBroken = true;
        notices.push(BROKEN);
        judged.push(cell);
      }
    }
    claims.push({ ...claim, cells: judged });
    onProgress(0.5 + 0.5 * ((index + 1) / reading.report.claims.length));
  }
  const identity = { provider: `local ${options.folder}`, version };
  return { ...reading, identity, report: { ...reading.report, claims }, byModel: { sources: new Set(), cells }, notices };
}

const BROKEN = "The local model stopped working. The rest is the built-in reader's: look at the server's folder of models.";

/** Where the model is unsure, the built-in reader's word stands. */
function decided(cell: CellSuggestion, { entailment, contradiction }: { entailment: number; contradiction: number }): CellSuggestion {
  const best = Math.max(entailment, contradiction);
  if (best < 0.5) return cell;
  return { ...cell, suggestion: entailment >= contradiction ? "verified" : "disputed", score: best };
}

export class LocalError extends Error {
  override name = "LocalError";
}

async function loadJudge({ models, folder, load = importPackage }: LocalProviderOptions): Promise<{ judge: Judge; version: string }> {
  let found: unknown;
  try {
    found = await load();
  } catch {
    throw new LocalError(
      `The package ${LOCAL_PACKAGE} is not installed on the server, so the built-in reader read alone. Whoever runs the ` +
        `server installs it with: npm install --no-save ${LOCAL_PACKAGE}`,
    );
  }
  try {
    const { env, AutoTokenizer, AutoModelForSequenceClassification } = fields(found) as unknown as Transformers;
    // Nothing is fetched: what is not in the folder is not there.
    Object.assign(env, { allowRemoteModels: false, allowLocalModels: true, localModelPath: models });
    const tokenize = await AutoTokenizer.from_pretrained(folder, { local_files_only: true });
    const model = await AutoModelForSequenceClassification.from_pretrained(folder, { local_files_only: true });
    const labels = Object.entries(model.config.id2label).map(([place, label]) => [Number(place), label.toLowerCase()] as const);
    const placeOf = (word: string) => labels.find(([, label]) => label.startsWith(word))?.[0];
    const [yes, no] = [placeOf("entail"), placeOf("contradict")];
    if (yes === undefined || no === undefined) {
      throw new LocalError(`The model “${folder}” is none that tells entailment from contradiction. The built-in reader read alone.`);
    }
    const judge: Judge = async (premise, hypothesis) => {
      const { logits } = await model(tokenize(premise, { text_pair: hypothesis, truncation: true }));
      const shares = softmax([...logits.data].map(Number));
      return { entailment: shares[yes] ?? 0, contradiction: shares[no] ?? 0 };
    };
    return { judge, version: `transformers ${env.version ?? "of unknown version"}` };
  } catch (error) {
    if (error instanceof LocalError) throw error;
    throw new LocalError(`The model “${folder}” in the server's folder of models could not be loaded. The built-in reader read alone.`);
  }
}

/** As much of the package as is used. */
interface Transformers {
  env: { version?: string };
  AutoTokenizer: { from_pretrained(name: string, options: object): Promise<(text: string, options: object) => unknown> };
  AutoModelForSequenceClassification: {
    from_pretrained(
      name: string,
      options: object,
    ): Promise<((inputs: unknown) => Promise<{ logits: { data: Iterable<number> } }>) & { config: { id2label: Record<string, string> } }>;
  };
}

function importPackage(): Promise<unknown> {
  const name: string = LOCAL_PACKAGE;
  return import(name);
}

function softmax(values: readonly number[]): number[] {
  const most = Math.max(...values);
  const raised = values.map((value) => Math.exp(value - most));
  const sum = raised.reduce((total, value) => total + value, 0);
  return raised.map((value) => value / sum);
}
