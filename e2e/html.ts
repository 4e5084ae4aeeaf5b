/** Whether HTML is valid: html-validate's recommended rules. */
import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // White space at the end of a line is valid; the compiler leaves some where a template has a line break.
    "no-trailing-whitespace": "off",
    // A page bears the title of its paper, however long it is; search engines cut what they show by themselves.
    "long-title": "off",
  },
});

/** What is wrong with a text of HTML, a line for each fault. */
export async function listFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}
