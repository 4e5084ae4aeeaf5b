/** Whether an answer has the form that was asked for. A proxy's page, or a text that breaks off, has not. */

/** What is wrong with a text that is to be an Atom feed, as the end of "arXiv answered with …"; undefined when nothing is. */
export function judgeFeed(text: string): string | undefined {
  const start = text.slice(0, 2000);
  if (text.trim() === "") return "nothing at all";
  const page = describePage(text);
  if (page !== undefined) return page;
  if (!/<feed[\s/>]/.test(start)) return "something that is no feed";
  return /(<\/feed>|<feed[^<>]*\/>)(\s*<!--((?!-->|<!--)[\s\S])*-->)*\s*$/.test(text)
    ? undefined
    : "a feed that breaks off";
}

/** What is wrong with a text that is to be JSON, as the end of "Hugging Face answered with …"; undefined when nothing is. */
export function judgeJson(text: string): string | undefined {
  if (text.trim() === "") return "nothing at all";
  const page = describePage(text);
  if (page !== undefined) return page;
  try {
    JSON.parse(text.replace(/^\uFEFF/, ""));
    return undefined;
  } catch {
    return /^\s*[[{]/.test(text) ? "JSON that breaks off or is damaged" : "something that is no JSON";
  }
}

/** A text that is a page of HTML, in words and with its title; undefined when it is none. */
export function describePage(text: string): string | undefined {
  const start = text.slice(0, 2000);
  if (!/^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?<(!doctype\s+html|html|head|body)\b/i.test(start))
    return undefined;
  const title = /<title[^<>]*>([^<]{1,80})/i.exec(start)?.[1]?.trim() ?? "";
  return title === "" ? "a page of HTML" : `a page of HTML called “${title}”`;
}
