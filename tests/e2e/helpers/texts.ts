import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const textPath = (name: string) => fileURLToPath(new URL(`../texts/${name}`, import.meta.url));
export const textOf = (name: string) => readFileSync(textPath(name), "utf8");

/** Three invented reports of one invented burst pipe. */
export const LEDGER = { file: "oldmere-ledger.txt", publisher: "The Oldmere Ledger" };
export const RADIO = { file: "harrow-vale-radio.txt", publisher: "Harrow Vale Radio" };
export const TRADERS = { file: "gannet-street-traders.md", publisher: "Gannet Street Traders" };
