/** The path below which the whole site lies, such as `/` or `/digest/`. */

/** Written by people in many ways (`digest`, `/digest`, `/digest/`): always a path with a slash at both ends. Empty is `/`. */
export function normalizeBasePath(path: string): string {
  const segments = path.split("/").filter((segment) => segment !== "");
  return segments.length === 0 ? "/" : `/${segments.join("/")}/`;
}
