/**
 * The content security policy: what a page may load and run. Everything comes from the site itself and nothing is
 * inline, so that a page cannot be made to talk to another host, whatever stands in a record or digest.
 */

const DIRECTIVES = [
  "default-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  // The search engine is WebAssembly, which counts as evaluated code; plain eval stays forbidden.
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "manifest-src 'self'",
];

/** The policy for `<meta http-equiv="content-security-policy">`; for built pages only, as the dev server needs inline scripts. */
export const CONTENT_SECURITY_POLICY: string = DIRECTIVES.join("; ");

/** The policy as a response header: the same, and no other site may frame a page (browsers ignore that in a `<meta>`). */
export const CONTENT_SECURITY_POLICY_HEADER = `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`;
