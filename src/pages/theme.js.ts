import { keepTheme } from "#client/theme.ts";

/** A classic script, because a module would run only after the first paint. */
export function GET(): Response {
  return new Response(`(${keepTheme.toString()})();\n`, { headers: { "content-type": "text/javascript" } });
}
