import base from "./playwright.config.ts";

/** `npm run screens`: the pictures of docs/screens, on the demo as a fresh server shows it. */
export default { ...base, testMatch: "screens.spec.ts", testIgnore: [] };
