/** `npm run dev`: Astro's dev server, which shows every edit of content and code at once. */
import { dev } from "astro";
import { makeBuildEnvironment } from "./build/html.ts";
import { locateWorkFolder, readSettings } from "./build/settings.ts";
import { runTool } from "./failure.ts";
import { PROJECT_FOLDER } from "./folders.ts";
import { checkPort, readPort } from "./serve.ts";

await runTool(async () => {
  const settings = readSettings(process.env);
  const port = readPort(process.env["PORT"]);
  const host = process.env["HOST"] || undefined;
  // Astro would take the next free port and say so in passing; whoever set PORT wants that one.
  await checkPort(port, host);
  Object.assign(process.env, makeBuildEnvironment(settings, `${locateWorkFolder(settings)}-dev`));
  await dev({ root: PROJECT_FOLDER, server: { port, ...(host !== undefined && { host }) } });
});
