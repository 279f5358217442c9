import { describe, expect, it } from "vitest";
import { Attempts } from "./attempts.ts";

let time = 0;
const attempts = (most = 3) => new Attempts(most, 60_000, () => time);
const tries = (counted: Attempts, address: string, times: number) =>
  Array.from({ length: times }, () => counted.begin(address) === null);

describe("attempts", () => {
  it("are refused after the last allowed one, until the window that began with the first is over", () => {
    const counted = attempts();
    expect(tries(counted, "192.0.2.1", 4)).toEqual([true, true, true, false]);
    time += 20_000;
    expect(counted.begin("192.0.2.1")).toBe(40);
    time += 40_000;
    expect(tries(counted, "192.0.2.1", 4)).toEqual([true, true, true, false]);
  });

  it("of one address are not counted for another", () => {
    const counted = attempts(1);
    expect([...tries(counted, "192.0.2.1", 1), ...tries(counted, "192.0.2.2", 1)]).toEqual([true, true]);
  });

  it("that were good ones do not count", () => {
    const counted = attempts(1);
    for (let round = 0; round < 5; round += 1) {
      expect(counted.begin("192.0.2.1")).toBeNull();
      counted.takeBack("192.0.2.1");
    }
  });

  it.each([
    ["2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", false],
    ["2001:0db8:1:2::1", "2001:db8:1:2::2", false],
    ["2001:db8:1:2::1", "2001:db8:1:3::1", true],
    ["::ffff:192.0.2.1", "192.0.2.1", false],
    ["::1", "::2", false],
  ])("from %s and %s are told apart: %#", (one, other, areApart) => {
    const counted = attempts(1);
    counted.begin(one);
    expect(counted.begin(other) === null).toBe(areApart);
  });
});
