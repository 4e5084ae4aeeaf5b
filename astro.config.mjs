import { join, resolve } from "node:path";
import mdx from "@astrojs/mdx";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "astro/config";
import { normalizeBasePath } from "./src/lib/base-path.ts";
import { keepTemplates } from "./src/tools/build/keep-templates.ts";
import { emptyFrontMatter, introductionProcessor } from "./src/tools/compile-introductions.ts";
import { reloadContent } from "./src/tools/dev-content.ts";
import { serveSearchIndex } from "./src/tools/dev-search.ts";

// src/tools/build.ts names the work folder and publishes from it. Without it Astro works in a folder of its own,
// so that no command of Astro's can leave half a site in dist.
const workFolder = resolve(process.env.WORK_DIR || ".cache/astro");
const lastBuild = resolve(process.env.OUT_DIR || "dist");
const base = normalizeBasePath(process.env.BASE_PATH ?? "");

export default defineConfig({
  site: process.env.SITE_URL || "https://offprint.example",
  base,
  trailingSlash: "always",
  output: "static",
  outDir: join(workFolder, "site"),
  cacheDir: join(workFolder, "cache"),
  // Nothing inline: the content security policy forbids it (src/lib/policy.ts).
  build: { format: "directory", inlineStylesheets: "never" },
  markdown: { syntaxHighlight: false },
  // White space as in HTML: a line break in a template is a space.
  compressHTML: true,
  prefetch: false,
  devToolbar: { enabled: false },
  integrations: [
    mdx({ processor: introductionProcessor }),
    keepTemplates(),
    reloadContent({ folder: resolve(process.env.CONTENT_DIR || "content") }),
    serveSearchIndex({ folder: lastBuild, base }),
  ],
  vite: {
    plugins: [tailwindcss(), emptyFrontMatter],
    build: { assetsInlineLimit: 0 },
    // What every answer needs comes as one file: nine would be nine requests, and more bytes once packed. What fetches
    // it stands apart, else the page's own script would wait for it.
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  { name: "preload", test: /vite\/preload-helper/, priority: 1 },
                  { name: "search-app", test: /\/client\/search-app\.ts$/ },
                ],
              },
            },
          },
        },
      },
    },
    // A build while the dev server runs must not reload every page.
    server: { watch: { ignored: ["**/.cache/**", `${lastBuild.replaceAll("\\", "/")}*/**`] } },
  },
});
