/**
 * Asking by way of a proxy: HTTPS_PROXY, HTTP_PROXY and NO_PROXY, in capitals or small letters, as Node has them
 * (https://nodejs.org/api/http.html#built-in-proxy-support). https goes through a tunnel, http is forwarded.
 */
import { setGlobalProxyFromEnv } from "node:http";
import { describeValue } from "#lib/errors.ts";
import { RequestError } from "./request.ts";

/** Names of the variables by the scheme they are for. */
const VARIABLES: { [scheme: string]: string[] } = {
  "https:": ["https_proxy", "HTTPS_PROXY"],
  "http:": ["http_proxy", "HTTP_PROXY"],
};

/**
 * From now on every question goes the way that the environment names. Returns what ends that.
 * Throws a `RequestError` when a variable holds no address.
 */
export function honourProxy(): () => void {
  for (const scheme of Object.keys(VARIABLES)) {
    const setting = findSetting(scheme);
    if (setting === undefined || /^https?:$/.test(readAddress(setting.value)?.protocol ?? "")) continue;
    const message = `${setting.variable} is to be the http or https address of a proxy, not ${describeValue(hide(setting.value))}.`;
    throw new RequestError("unreachable", message, { isPassing: false });
  }
  return setGlobalProxyFromEnv();
}

/** The proxy that an address is asked through, in words and without its password; undefined when the environment names none. */
export function describeProxy(address: string): string | undefined {
  const setting = findSetting(new URL(address).protocol);
  const proxy = setting === undefined ? undefined : readAddress(setting.value);
  return setting === undefined || proxy === undefined ? undefined : `the proxy ${proxy.host} of ${setting.variable}`;
}

function findSetting(scheme: string): { variable: string; value: string } | undefined {
  const variable = (VARIABLES[scheme] ?? []).find((name) => (process.env[name] ?? "") !== "");
  return variable === undefined ? undefined : { variable, value: process.env[variable] ?? "" };
}

function readAddress(text: string): URL | undefined {
  return URL.parse(text) ?? undefined;
}

/** The text without what may be a name and a password. */
function hide(text: string): string {
  return text.replace(/^([^/@]*\/\/)?.*@/, "$1…@");
}
