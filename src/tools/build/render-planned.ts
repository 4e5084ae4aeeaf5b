/** Renders only what is planned: pages that have no parameters would otherwise be rendered in every build. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AstroIntegration } from "astro";

/** Name of the list of routes without parameters that are to be rendered, in the folder of a build's plan. */
const LIST = "fixed-routes.json";

/** Tells Astro, which is to render the plan in this folder, which pages without parameters it has; by file below src/pages, without ending. */
export function writeFixedRoutes(planFolder: string, routes: Iterable<string>): void {
  writeFileSync(join(planFolder, LIST), JSON.stringify([...routes]));
}

/** An Astro integration that leaves out pages without parameters that are not in the plan of PLAN_DIR, where there is one. */
export function renderPlanned(): AstroIntegration {
  return {
    name: "offprint-planned-pages",
    hooks: {
      "astro:build:start": ({ setPrerenderer }) => {
        const list = join(process.env["PLAN_DIR"] ?? "", LIST);
        if (!process.env["PLAN_DIR"] || !existsSync(list)) return;
        const routes = new Set(JSON.parse(readFileSync(list, "utf8")) as string[]);
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          getStaticPaths: async () => {
            const paths = await prerenderer.getStaticPaths();
            return paths.filter(({ route }) => route.params.length > 0 || routes.has(nameRoute(route.component)));
          },
        }));
      },
    },
  };
}

/** `src/pages/tags/index.astro` is `tags/index`. */
function nameRoute(component: string): string {
  return component.replace(/^src\/pages\//, "").replace(/\.(astro|ts)$/, "");
}
