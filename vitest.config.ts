import { defineConfig } from "vitest/config";

const elsewhere = ["**/node_modules/**", "**/dist/**", "**/data/**", "tests/e2e/**"];
const withPostgres = "**/*.pg.test.ts";

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
          exclude: [...elsewhere, withPostgres],
          // Only a hang should end a test: how fast things are is the bench's to say, not a loaded machine's.
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
