import { defineConfig } from "vitest/config";

const elsewhere = ["**/node_modules/**", "**/dist/**", "**/data/**", "tests/e2e/**"];
const withPostgres = "**/*.pg.test.ts";
/** Packages that keep nothing between two calls, so that their files can share a process and what it has loaded. */
const pure = "packages/{assist,domain,editor,ingest,reports}/**/*.test.{ts,tsx}";

export default defineConfig({
  test: {
    // Two suites at a time leave a small machine room for the database and the browsers beside them.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...elsewhere, withPostgres, pure],
          // Only a hang should end a test: how fast things are is the bench's to say, not a loaded machine's.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "pure",
          include: [pure],
          exclude: [...elsewhere, withPostgres],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "pg",
          include: [withPostgres],
          exclude: elsewhere,
          globalSetup: ["tests/support/postgres-global.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
