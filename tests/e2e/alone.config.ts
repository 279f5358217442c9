import base from "./playwright.config.ts";

/** These hold times against a bound, or take them: nothing of ours runs beside them. */
export const ALONE = ["live-speed.spec.ts", "bench-editor.spec.ts"];

/** The browser tests of `npm test` that come after those in lanes. What the others left in test-results stays there. */
export default { ...base, testMatch: ALONE, outputDir: "../../test-results/alone" };
