/** Where a service that was asked may send on: a redirection is followed within it and nowhere else. */
import { RequestError, type Service, type ServiceRequest } from "./request.ts";

/** Most redirections in a row, as browsers have it. */
const MOST_REDIRECTIONS = 20;
const STATUSES = new Set([301, 302, 303, 307, 308]);

/** Asks for an address and follows redirections within the service. Throws a `RequestError` for one that leads out of it. */
export async function fetchWithin({ service, address }: ServiceRequest, options: RequestInit): Promise<Response> {
  const asked = new URL(address);
  let current = asked;
  for (let count = 0; count <= MOST_REDIRECTIONS; count += 1) {
    const response = await fetch(current, { ...options, redirect: "manual" });
    const location = STATUSES.has(response.status) ? response.headers.get("Location") : null;
    if (location === null) return response;
    await response.body?.cancel();
    const next = URL.parse(location, current);
    if (next === null || !mayFollow(service, asked, next))
      throw explainStranger(service, asked, next?.host || location);
    current = next;
  }
  throw new Error("redirect count exceeded");
}

/** Whether an address belongs to the service that was asked: to the same host, or over https to another of its hosts. */
export function mayFollow({ domains = [] }: Service, asked: URL, next: URL): boolean {
  const isOwn = ({ hostname }: URL) => domains.some((domain) => `.${hostname}`.endsWith(`.${domain}`));
  if (next.username !== "" || next.password !== "") return false;
  return (
    next.origin === asked.origin || (next.protocol === "https:" && next.port === "" && isOwn(asked) && isOwn(next))
  );
}

function explainStranger({ name, variable }: Service, { host }: URL, other: string): RequestError {
  const message = `${name} (${host}) sends on to ${other.slice(0, 100)}, which is not its own and is not asked. ${variable} can name another address.`;
  return new RequestError("unreachable", message, { isPassing: false });
}
