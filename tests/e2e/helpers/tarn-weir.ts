import { addSource, makeCase } from "./case-maker.ts";
import type { MadeCase } from "./case-maker.ts";

export const GAZETTE = `Lock gate fails at Tarn Weir

The upper gate of Tarn Weir lock broke at 6.20 a.m. on Monday. Four barges were trapped in the basin for nine hours.

Lock keeper Hedda Moll closed the sluices by hand. “I heard the hinge go before I saw it,” she told the Gazette.

The gate had last been inspected in 2019. The canal trust expects repairs to cost £240,000.

Two bargemen were treated for bruises at Tarn Infirmary.`;

const RADIO = `Tarn Weir closed after gate failure

The upper gate of Tarn Weir lock broke at about twenty past six on Monday morning, the canal trust said. Six barges were trapped in the basin.

Repairs are expected to cost £240,000. Engineers had inspected the gate in 2019, according to the trust.

Hedda Moll, the lock keeper, closed the sluices by hand.`;

const TRUST = `Statement on Tarn Weir lock

The upper gate of Tarn Weir lock failed on Monday. Four barges were held in the basin for nine hours.

The gate was last inspected in 2019. Repairs will cost £240,000.

We thank everybody on the towpath for their patience.`;

export const SOURCES = [
  { publisher: "Tarn Gazette", text: GAZETTE },
  { publisher: "Weir Radio", text: RADIO },
  { publisher: "Canal Trust", text: TRUST, kind: "statement" as const },
];

/** A case of three sources that tell of one event, each in its own words and two of them with figures of their own. */
export async function tarnWeir(title: string): Promise<MadeCase> {
  const made = await makeCase(title);
  for (const source of SOURCES) await addSource(made, source);
  return made;
}
