/** What may not stand in the text of certain files. */

/** An address within the site written out, in an attribute or a field. */
export const RAW_ADDRESS = /\b(href|src|action)(=|: ?)\{?["'`]\/(?!\/)/;

/** The clock, or chance. */
export const CLOCK = /\bnew Date(\(\)|(?=[;,)\s]))|(?<!new )\bDate\(\)|\bDate\.now\b|\bMath\.random\b/;

/** What only a browser has. `document` alone is no sign of it: it is also a good name. */
export const BROWSER =
  /\b(window|localStorage|sessionStorage|navigator|customElements|HTMLElement)\b[.([]|\bdocument\.(body|createElement|documentElement|querySelector\w*|getElementById|addEventListener)\b/;

/** An inline style. */
export const INLINE_STYLE = /\sstyle=\S*/;
