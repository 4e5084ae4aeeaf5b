/** `npm start`: builds the site and serves it on this machine until Ctrl-C. */
import { countNoun } from "../lib/counts.ts";
import { site } from "../site.ts";
import { readSettings } from "./build/settings.ts";
import { build } from "./build.ts";
import { runTool } from "./failure.ts";
import { checkPort, readPort, serve } from "./serve.ts";

await runTool(async () => {
  const settings = readSettings(process.env);
  const port = readPort(process.env["PORT"]);
  const host = process.env["HOST"] || undefined;
  await checkPort(port, host);
  console.log("\n  Building the site …");
  const report = await build(settings);
  const server = await serve({ folder: settings.outDir, port, base: settings.basePath, host });
  console.log(`
  ${site.name} is at ${server.url}

  ${countNoun(report.papers, "paper")} on ${countNoun(report.pages, "page")}, built in ${report.seconds.total.toFixed(1)} s
  Ctrl-C ends it.
`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      server.close().then(() => process.exit(0));
    });
  }
});
