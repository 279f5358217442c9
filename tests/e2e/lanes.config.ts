import { availableParallelism } from "node:os";
import base from "./playwright.config.ts";
import { ALONE } from "./alone.config.ts";

const lanes = process.env.ASSAY_URL ? 1 : Math.min(2, availableParallelism());

/** The browser tests of `npm test`, file by file in two lanes: each has a worker, a browser, a server and a database. */
export default { ...base, testIgnore: [base.testIgnore, ...ALONE].flat(), workers: lanes };
