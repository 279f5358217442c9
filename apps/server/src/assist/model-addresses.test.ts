import { describe, expect, it } from "vitest";
import { checkBaseUrl, mayReach, reachOf } from "./model-addresses.ts";

describe("an address that a model may be reached at", () => {
  it.each([
    ["127.0.0.1", "loopback"],
    ["127.200.3.4", "loopback"],
    ["::1", "loopback"],
    ["::ffff:127.0.0.1", "loopback"],
    ["::ffff:7f00:1", "loopback"],
    ["10.1.2.3", "private"],
    ["172.31.0.1", "private"],
    ["192.168.1.1", "private"],
    ["100.64.0.1", "private"],
    ["fd00::1", "private"],
    ["::ffff:10.0.0.1", "private"],
    ["0.0.0.0", "closed"],
    ["169.254.169.254", "closed"],
    ["224.0.0.1", "closed"],
    ["255.255.255.255", "closed"],
    ["::", "closed"],
    ["::7f00:1", "closed"],
    ["64:ff9b::7f00:1", "closed"],
    ["2002:7f00:1::", "closed"],
    ["fe80::1", "closed"],
    ["not numbers", "closed"],
    ["93.184.216.34", "public"],
    ["172.32.0.1", "public"],
    ["2606:4700::1111", "public"],
  ])("%s is %s", (address, reach) => {
    expect(reachOf(address)).toBe(reach);
  });

  it("near is for whoever runs the server to allow; what is no host is for nobody", () => {
    const near = ["127.0.0.1", "10.0.0.1", "169.254.169.254"];
    expect(near.map((address) => mayReach(address, "public"))).toEqual([false, false, false]);
    expect(near.map((address) => mayReach(address, "loopback"))).toEqual([true, false, false]);
    expect(near.map((address) => mayReach(address, "private"))).toEqual([true, true, false]);
  });

  it.each([
    ["not an address", /no address/],
    ["file:///etc/passwd", /begins with https/],
    ["https://me:secret@api.example/v1", /field of its own/],
    ["https://api.example/v1?key=secret", /field of its own/],
    ["http://api.example/v1", /travel unprotected/],
    ["http://localhost:11434/v1", /server itself.*ASSAY_MODEL_ADDRESSES/],
    ["http://api.localhost/v1", /server itself/],
    ["http://2130706433/v1", /server itself/],
    ["http://0x7f.1/v1", /server itself/],
    ["http://[::1]/v1", /server itself/],
    ["http://[::ffff:127.0.0.1]/v1", /server itself/],
    ["https://192.168.0.10/v1", /own network/],
    ["http://169.254.169.254/latest", /no model/],
  ])("%s is refused in words", (raw, words) => {
    expect(checkBaseUrl(raw, "public")).toMatchObject({ ok: false, reason: expect.stringMatching(words) });
  });

  it("is on the web behind https, and near as far as it is allowed", () => {
    expect(checkBaseUrl("https://api.example/v1", "public").ok).toBe(true);
    expect(checkBaseUrl("http://localhost:11434/v1", "loopback").ok).toBe(true);
    expect(checkBaseUrl("http://192.168.0.10/v1", "loopback").ok).toBe(false);
    expect(checkBaseUrl("http://models.desk.example/v1", "private").ok).toBe(true);
  });
});
