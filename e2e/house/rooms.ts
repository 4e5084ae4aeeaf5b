/** The rooms of the house and who may import from whom. Data flows one way; docs/architecture.md draws it. */
import { isTest } from "./sources.ts";

/** A room is a folder of src, a file that stands in src itself, or a folder beside src. It may import from these, and no others. */
export const ROOMS: { [room: string]: readonly string[] } = {
  pages: ["layouts", "components", "data", "lib", "site.ts"],
  // The script of every page, its styles and its fonts come in through the layout.
  layouts: ["components", "client", "lib", "styles", "site.ts"],
  components: ["components", "client", "lib", "site.ts"],
  data: ["data", "lib", "site.ts"],
  "content.config.ts": ["data"],
  importers: ["importers", "lib"],
  tools: ["tools", "data", "search-index", "importers", "lib", "site.ts"],
  "search-index": ["search-index", "lib"],
  client: ["client", "lib"],
  lib: ["lib", "site.ts"],
  "site.ts": [],
  "astro.config.mjs": ["tools", "lib"],
  "house.test.ts": ["e2e", "tools", "lib"],
  // What measures and what tests may see all that has no page in it; the product sees neither.
  bench: ["bench", "e2e", "tools", "data", "search-index", "importers", "lib", "site.ts"],
  e2e: ["e2e", "bench", "tools", "data", "search-index", "importers", "lib"],
};

/** Single imports that pass a wall, each with its reason. */
export const DOORS: { from: string; to: string; why: string }[] = [
  {
    from: "src/pages/theme.js.ts",
    to: "src/client/theme.ts",
    why: "the endpoint hands out this function as a script of its own",
  },
  {
    from: "src/tools/compile-introductions.test.ts",
    to: "astro.config.mjs",
    why: "the test compiles as Astro does with the configuration itself",
  },
];

/** What only tests use: tests beside the code may see it too. */
const SCENES = "e2e/scenes/";

/** The room of a file, by its path from the project's folder, such as `lib` or `e2e`. */
export function findRoom(path: string): string {
  const [top = "", room = ""] = path.split("/");
  return top === "src" ? room : top;
}

/** Why one file may not import another, in a sentence; undefined when it may. */
export function judgeImport(from: string, to: string): string | undefined {
  if (DOORS.some((door) => door.from === from && door.to === to)) return undefined;
  if (isTest({ path: from }) && to.startsWith(SCENES)) return undefined;
  const room = findRoom(from);
  const allowed = ROOMS[room];
  if (allowed === undefined) return `${from} stands in no known room; add ${room} to e2e/house/rooms.ts`;
  if (allowed.includes(findRoom(to))) return undefined;
  return `${from} imports ${to}; ${room} may import only from ${allowed.join(", ") || "nowhere"}`;
}

/** Why a file may not import a package or a module of Node's or Astro's, in a sentence; undefined when it may. */
export function judgePackage(from: string, specifier: string): string | undefined {
  const room = findRoom(from);
  if (specifier === "astro:content" && room !== "data" && room !== "content.config.ts") {
    return `${from} imports ${specifier}; only src/data and src/content.config.ts ask Astro for content`;
  }
  if (room === "lib" && /^astro\b/.test(specifier)) return `${from} imports ${specifier}; lib knows nothing of Astro`;
  const hasFiles = /^src\/lib\/(records|content)\//.test(from);
  if (room === "lib" && specifier.startsWith("node:") && !hasFiles) {
    return `${from} imports ${specifier}; in lib only records and content may use modules of Node's`;
  }
  if (room === "client" && specifier.startsWith("node:")) {
    return `${from} imports ${specifier}; client runs in a browser, which has no modules of Node's`;
  }
  return undefined;
}
