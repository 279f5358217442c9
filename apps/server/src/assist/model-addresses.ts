import { BlockList, isIP } from "node:net";
import { refuse } from "@assay/domain";
import type { Outcome } from "@assay/domain";

/**
 * Where a desk's own model may be reached, as whoever runs the server decides: leads of a desk type addresses, and must
 * not reach with them what only this machine, or only its network, is meant to reach.
 */
export const MODEL_ADDRESSES = ["public", "loopback", "private"] as const;
export type ModelAddresses = (typeof MODEL_ADDRESSES)[number];

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

const local = new BlockList();
for (const [net, bits] of [
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["100.64.0.0", 10],
] as const) {
  local.addSubnet(net, bits, "ipv4");
}
local.addSubnet("fc00::", 7, "ipv6");

/** Never: what is no host at all, what configures networks and machines, and ways to write one address as another. */
const closed = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["169.254.0.0", 16],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const) {
  closed.addSubnet(net, bits, "ipv4");
}
for (const [net, bits] of [
  ["::", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const) {
  closed.addSubnet(net, bits, "ipv6");
}

export type Reach = "loopback" | "private" | "public" | "closed";

/** What an address, as numbers, reaches. An IPv4 address written as IPv6 is that IPv4 address. */
export function reachOf(address: string): Reach {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? hexMapped(address);
  if (mapped !== undefined) return reachOf(mapped);
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  if (isIP(address) === 0) return "closed";
  if (loopback.check(address, family)) return "loopback";
  if (closed.check(address, family)) return "closed";
  return local.check(address, family) ? "private" : "public";
}

/** ::ffff:7f00:1, as URLs write ::ffff:127.0.0.1. */
function hexMapped(address: string): string | undefined {
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address) ?? [];
  if (high === undefined || low === undefined) return undefined;
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [a >> 8, a & 255, b >> 8, b & 255].join(".");
}

export function mayReach(address: string, allowed: ModelAddresses): boolean {
  const reach = reachOf(address);
  if (reach === "public") return true;
  if (reach === "loopback") return allowed !== "public";
  return reach === "private" && allowed === "private";
}

const LOOPBACK_NAME = /(^|\.)localhost\.?$/i;

/** The host of a URL as numbers, where it is written as numbers or as this machine's own name. */
export function numbersOf(url: URL): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (LOOPBACK_NAME.test(host)) return "127.0.0.1";
  return isIP(host) === 0 ? null : host;
}

/** What can be said of an address before anybody looks it up; where its name leads is checked with each request. */
export function checkBaseUrl(raw: string, allowed: ModelAddresses): Outcome<{ url: URL }> {
  if (!URL.canParse(raw)) return refuse("address", "This is no address. It begins with https://, as the model's service names it.");
  const url = new URL(raw);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return refuse("address", "A model is reached at an address that begins with https:// or http://.");
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    return refuse("address", "Leave names, passwords and everything after ? or # out of the address. The key has a field of its own.");
  }
  const numbers = numbersOf(url);
  if (numbers !== null && !mayReach(numbers, allowed)) return refuse("address", refusedWords(reachOf(numbers)));
  const isNear = numbers !== null && reachOf(numbers) !== "public";
  if (url.protocol === "http:" && !isNear && allowed !== "private") {
    return refuse("address", "Texts and key would travel unprotected. Use an address that begins with https://.");
  }
  return { ok: true, url };
}

/** For the desk, who cannot change it, and says who can. */
export function refusedWords(reach: Reach): string {
  const what = reach === "loopback" ? "the server itself" : reach === "private" ? "the server's own network" : "no model";
  return `This address leads to ${what}, which is not allowed here. Whoever runs the server can allow it, by ASSAY_MODEL_ADDRESSES.`;
}
