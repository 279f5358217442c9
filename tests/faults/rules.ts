import { playRuns } from "../rules/play-runs.ts";
import { startTestServer } from "../support/test-server.ts";
import type { Fault } from "./fault.ts";
import { scaled } from "./fault.ts";

const RUNS = 2000;
const RARE = ["review.decide", "review.approveMany", "review.adjudicate", "tag.reaffirm", "claim.split", "case.setPolicy"];

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
        // What is rare among random work, and matters most: without any of it the runs would have proved little.
        ...RARE.map((path) => {
          const value = tally.done.get(path) ?? 0;
          return { figure: `${path} done`, value, unit: "", bar: "> 0", holds: options.scale < 1 ? null : value > 0 };
        }),
        { figure: "commands tried", value: tally.commands, unit: "", ...reported },
        { figure: "done", value: done, unit: "", ...reported },
        { figure: "refused", value: refused, unit: "", ...reported },
      ];
    } finally {
      await stop();
    }
  },
};
