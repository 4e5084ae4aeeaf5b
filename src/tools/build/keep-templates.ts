/**
 * The templates as Astro compiles them: modules that make a page from what it gets. A build has Astro compile them and
 * renders with them itself, in several processes at once; builds of the same code use them again.
 */
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { AstroIntegration } from "astro";

/** Folder of the compiled modules, and the file that says which styles each route has, in the folder of the templates. */
const MODULES = "modules";
const STYLES = "styles.json";
/** Where Astro puts what it compiles, in the folder it writes the site to, and how the module is called that begins. */
const COMPILED = ".prerender";
const ENTRY = /^prerender-entry\..*\.mjs$/;

/** Style sheets of a route, under the key that Astro has for it. */
type RouteStyles = [route: string, page: { styles: unknown[] }];

/** A route as Astro knows it. */
interface TemplateRoute {
  /** Its file below the project. */
  component: string;
}

/** What Astro compiles to: what it renders with in its own builds. */
interface TemplateApp {
  manifest: { routes: { routeData: TemplateRoute }[] };
  logger: { options: { destination: unknown } };
  setInternals(internals: { pagesByKeys: Map<string, unknown>; entrySpecifierToBundleMap: Map<string, string> }): void;
  setOptions(options: { settings: { scripts: unknown[] }; logger: { options: { destination: unknown } } }): void;
  render(request: Request, options: { routeData: TemplateRoute }): Promise<Response>;
}

/** An Astro integration that keeps the compiled templates in the folder of TEMPLATES_DIR, and has no page rendered, where there is one. */
export function keepTemplates(): AstroIntegration {
  const folder = process.env["TEMPLATES_DIR"];
  if (!folder) return { name: "offprint-keep-templates", hooks: {} };
  let pages: ReadonlyMap<string, { styles: unknown[] }> = new Map();
  let outDir = "";
  return {
    name: "offprint-keep-templates",
    hooks: {
      "astro:config:done": ({ config }) => {
        outDir = fileURLToPath(config.outDir);
      },
      "astro:build:setup": (build) => {
        pages = build.pages;
      },
      "astro:build:start": ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => ({
          name: prerenderer.name,
          render: prerenderer.render,
          getStaticPaths: async () => {
            const styles = [...pages].map(([route, page]): RouteStyles => [route, { styles: page.styles }]);
            cpSync(join(outDir, COMPILED), join(folder, MODULES), { recursive: true });
            writeFileSync(join(folder, STYLES), JSON.stringify(styles));
            return [];
          },
        }));
      },
    },
  };
}

/** Opens the templates that were kept in a folder. */
export async function openTemplates(folder: string) {
  const entry = readdirSync(join(folder, MODULES)).find((name) => ENTRY.test(name));
  if (entry === undefined) throw new Error(`There are no compiled templates in ${folder}.`);
  const { app } = (await import(pathToFileURL(join(folder, MODULES, entry)).href)) as { app: TemplateApp };
  const styles = JSON.parse(readFileSync(join(folder, STYLES), "utf8")) as RouteStyles[];
  app.setInternals({ pagesByKeys: new Map(styles), entrySpecifierToBundleMap: new Map() });
  // Astro's settings hold scripts that integrations put into pages; ours put none.
  app.setOptions({ settings: { scripts: [] }, logger: app.logger });
  const routes = new Map(app.manifest.routes.map(({ routeData }) => [nameRoute(routeData.component), routeData]));
  return {
    /** Their routes by file below src/pages, without ending: `papers/[id]`. */
    routes: [...routes.keys()],
    /** Renders the page of a route that has this address; what it gets is in the folder that PLAN_DIR names. */
    render: async (route: string, address: URL): Promise<Uint8Array> => {
      const routeData = routes.get(route);
      if (routeData === undefined) throw new Error(`There is no template ${route}.`);
      try {
        const response = await app.render(new Request(address), { routeData });
        return new Uint8Array(await response.arrayBuffer());
      } catch (error) {
        if (error instanceof Error && !("id" in error)) Object.assign(error, { id: routeData.component });
        throw error;
      }
    },
  };
}

/** `src/pages/tags/index.astro` is `tags/index`. */
function nameRoute(component: string): string {
  return component.replace(/^src\/pages\//, "").replace(/\.(astro|ts)$/, "");
}
