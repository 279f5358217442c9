import { readFile } from "node:fs/promises";
import { CLAIM_TEXT_MAX, CLAIM_TYPES } from "@assay/domain";
import type { ClaimType } from "@assay/domain";
import type { AssistClaim } from "@assay/assist";
import { EXIT, Failure } from "../failure.ts";
import { isRecord, kindOf } from "../json-lines.ts";

const MOST_CLAIMS = 2000;
const MAX_BYTES = 8 * 1024 * 1024;

/** Claims from a file: one a line, or JSON: a list of texts or of {"id", "text", "type"}, or {"claims": […]}. */
export async function readClaims(path: string): Promise<AssistClaim[]> {
  const claims = claimsIn(await textOf(path), path);
  if (claims.length === 0) throw new Failure(`${path}: there is no claim in it`, EXIT.data);
  if (claims.length > MOST_CLAIMS) throw new Failure(`${path}: ${claims.length} claims; at most ${MOST_CLAIMS} are checked at once`, EXIT.data);
  const seen = new Set<string>();
  for (const { id, text } of claims) {
    if (text.length > CLAIM_TEXT_MAX) throw new Failure(`${path}: claim ${id} is longer than ${CLAIM_TEXT_MAX} characters`, EXIT.data);
    if (seen.has(id)) throw new Failure(`${path}: two claims have the id ${id}`, EXIT.data);
    seen.add(id);
  }
  return claims;
}

async function textOf(path: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = path === "-" ? await standardInput() : await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : `it cannot be read (${code ?? "error"})`;
    throw new Failure(`${path}: ${why}`, EXIT.noInput);
  }
  if (bytes.length > MAX_BYTES) throw new Failure(`${path}: it is larger than 8 MB`, EXIT.data);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Failure(`${path}: this is not UTF-8`, EXIT.data);
  }
}

async function standardInput(): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

const numbered = (at: number) => `c${String(at + 1).padStart(2, "0")}`;

function claimsIn(text: string, path: string): AssistClaim[] {
  if (!/^\s*[[{]/.test(text)) {
    const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
    return lines.filter((line) => line !== "").map((line, at) => ({ id: numbered(at), text: line }));
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Failure(`${path}: it begins as JSON does and is not (${(error as Error).message})`, EXIT.data);
  }
  const list = isRecord(value) && "claims" in value ? value.claims : value;
  if (!Array.isArray(list)) throw new Failure(`${path}: it is ${kindOf(list)}; claims are a list, or {"claims": a list}`, EXIT.data);
  return (list as unknown[]).map((one, at) => claimOf(one, at, path));
}

function claimOf(one: unknown, at: number, path: string): AssistClaim {
  const refuse = (why: string): never => {
    throw new Failure(`${path}, claim ${at + 1}: ${why}`, EXIT.data);
  };
  if (typeof one === "string") return one.trim() === "" ? refuse("it is empty") : { id: numbered(at), text: one };
  if (!isRecord(one)) return refuse(`it is ${kindOf(one)}, not a text or an object`);
  const { id = numbered(at), text, claim, type } = one as Record<string, unknown>;
  const words = text ?? claim;
  if (typeof words !== "string") return refuse(`"text" is ${words === undefined ? "missing" : kindOf(words)}`);
  if (words.trim() === "") return refuse('"text" is empty');
  if ((typeof id !== "string" && typeof id !== "number") || String(id).trim() === "") return refuse('"id" has to be a text or a number');
  if (type === undefined) return { id: String(id), text: words };
  if (!isClaimType(type)) return refuse(`"type" is one of ${CLAIM_TYPES.join(", ")}`);
  return { id: String(id), text: words, type };
}

const isClaimType = (value: unknown): value is ClaimType => (CLAIM_TYPES as readonly unknown[]).includes(value);
