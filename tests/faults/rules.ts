import { playRuns } from "../rules/play-runs.ts";
import { startTestServer } from "../support/test-server.ts";
import type { Fault } from "./fault.ts";
import { scaled } from "./fault.ts";

const RUNS = 2000;

/** People of every role try whatever comes to mind, sensible or not: no rule of the design is ever broken. */
export const rules: Fault = {
  name: "rules",
  async run(options) {
    const { testServer, stop } = await startTestServer();
    try {
      const { runs, tally, failures } = await playRuns(scaled(RUNS, options), {
        keep: true,
        say: options.say,
        on: testServer,
      });
      const done = [...tally.done.values()].reduce((sum, count) => sum + count, 0);
      const refused = [...tally.refused.values()].reduce((sum, count) => sum + count, 0);
      const reported = { bar: "", holds: null };
      return [
        { figure: "runs in which a rule was broken", value: failures.length, unit: "", bar: "0", holds: failures.length === 0 },
        { figure: "runs", value: runs, unit: "", bar: `≥ ${scaled(RUNS, options)}`, holds: runs >= scaled(RUNS, options) },
        { figure: "commands tried", value: tally.commands, unit: "", ...reported },
        { figure: "done", value: done, unit: "", ...reported },
        { figure: "refused", value: refused, unit: "", ...reported },
      ];
    } finally {
      await stop();
    }
  },
};
