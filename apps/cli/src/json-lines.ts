import { createReadStream } from "node:fs";
import { EXIT, Failure } from "./failure.ts";

/** No line of a votes or ratings file comes near; a file without line ends would otherwise fill the memory. */
const MAX_LINE_BYTES = 16 * 1024 * 1024;
const NEWLINE = 0x0a;

const WHY_UNREADABLE: Record<string, string> = { ENOENT: "there is no such file", EISDIR: "it is a folder" };

/**
 * Hands each line of a file of JSON lines to `take`, which says in words what is wrong with it, or returns null. The
 * first bad line ends everything, by its number. Empty lines are passed over. `-` is standard input.
 */
export async function eachJsonLine(path: string, take: (value: unknown, line: number) => string | null): Promise<void> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 0;
  const one = (bytes: Uint8Array): void => {
    line += 1;
    const wrong = readLine(bytes, decoder, (value) => take(value, line));
    if (wrong !== null) throw badLine(path, line, wrong);
  };
  let rest: Buffer[] = [];
  let restBytes = 0;
  for await (const chunk of bytesOf(path)) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      const piece = chunk.subarray(from, end);
      one(rest.length === 0 ? piece : Buffer.concat([...rest, piece]));
      rest = [];
      restBytes = 0;
      from = end + 1;
    }
    rest.push(chunk.subarray(from));
    restBytes += chunk.length - from;
    if (restBytes > MAX_LINE_BYTES) throw badLine(path, line + 1, "it is longer than 16 MB");
  }
  if (restBytes > 0) one(Buffer.concat(rest));
}

export function badLine(path: string, line: number, wrong: string): Failure {
  return new Failure(`${path === "-" ? "standard input" : path}, line ${line}: ${wrong}`, EXIT.data);
}

/** A name, as texts, numbers and true or false all can be; or what is wrong with it. */
export function nameIn(record: object, key: string): { name: string } | { wrong: string } {
  const value = Object.hasOwn(record, key) ? (record as Record<string, unknown>)[key] : undefined;
  if (value === undefined) return { wrong: `"${key}" is missing` };
  if (typeof value === "string") return value.trim() === "" ? { wrong: `"${key}" is empty` } : { name: value };
  if (typeof value === "boolean" || Number.isFinite(value)) return { name: String(value) };
  return { wrong: `"${key}" is ${kindOf(value)}; it has to be a text, a number, or true or false` };
}

export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? "a text" : `a ${typeof value}`;
}

export function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readLine(bytes: Uint8Array, decoder: TextDecoder, take: (value: unknown) => string | null): string | null {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return "it is not UTF-8";
  }
  if (text.trim() === "") return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "it is not JSON";
  }
  return isRecord(value) ? take(value) : `it is ${kindOf(value)}, not an object`;
}

async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  try {
    const stream: AsyncIterable<Buffer> = path === "-" ? process.stdin : createReadStream(path);
    yield* stream;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Failure(`${path}: ${WHY_UNREADABLE[code] ?? `it cannot be read (${code})`}`, EXIT.noInput);
  }
}
