import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { csvField } from "./csv-field.ts";

const special = fc.constantFrom(..."=+-@\t\r\n\",' ;＝＋－＠aé😀".split(/(?:)/u));
const field = fc.oneof(fc.integer(), fc.string({ unit: fc.oneof(special, fc.string({ unit: "binary", maxLength: 1 })) }));

it("writes rows as the library does that reads and writes CSV for others", () => {
  fc.assert(
    fc.property(fc.array(field, { minLength: 1 }), (row) => {
      const options = { record_delimiter: "windows", escape_formulas: true, quoted_match: /[\r\n]/ } as const;
      expect(`${row.map(csvField).join(",")}\r\n`).toBe(stringify([row], options));
    }),
    { seed: 4180, numRuns: 1_000 },
  );
});
