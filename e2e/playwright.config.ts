/** Browser tests: every spec against the site at a host's root, those tagged @base also below a base path. */
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../test-results",
  globalSetup: "./global-setup.ts",
  fullyParallel: true,
  forbidOnly: process.env["CI"] !== undefined,
  workers: 2,
  // A net for what hangs, not a measurement: some tests walk through dozens of pages on a busy machine.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: { browserName: "chromium", locale: "en-GB", timezoneId: "UTC" },
  projects: [{ name: "root" }, { name: "base-path", grep: /@base/ }],
});
