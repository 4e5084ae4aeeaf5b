/** `npm run dev`: Astro's dev server, which shows every edit of content and code at once. */
import { dev } from "astro";
import { readEditions } from "../data/content/edition-files.ts";
import { checkContent } from "../lib/content/check.ts";
import { listContentFiles } from "../lib/content/content-files.ts";
import { readContent } from "../lib/content/read.ts";
import { ContentError } from "../lib/errors.ts";
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
  refuseUnreadable(settings.contentDir);
  Object.assign(process.env, makeBuildEnvironment(settings, `${locateWorkFolder(settings)}-dev`));
  await dev({ root: PROJECT_FOLDER, server: { port, ...(host !== undefined && { host }) } });
});

/** Astro reads the fields of editions when it starts; where it cannot, it ends without saying in which file. */
function refuseUnreadable(contentDir: string): void {
  const { documents } = readEditions(contentDir, undefined);
  if (documents.length === listContentFiles(contentDir, "editions").length) return;
  throw new ContentError(checkContent(readContent(contentDir)));
}
