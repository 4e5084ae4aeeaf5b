/** A redirect in `content/redirects.jsonl`: where readers of an address that is gone are sent, and why. */
import { z } from "zod";
import { DaySchema, TextSchema } from "./fields.ts";

const ADDRESS_FORM = "an address within the site, such as /papers/2510.18821/, without host and base path";

/** An address of a page within the site as content has it: from the root, with a slash at both ends. */
export const AddressSchema = z
  .string({ error: ADDRESS_FORM })
  .regex(/^\/([^\s/?#"<>\\]+\/)*$/, { error: ADDRESS_FORM });

/** One redirect. */
export const RedirectSchema = z.strictObject({
  from: AddressSchema.describe("The address that is gone."),
  to: AddressSchema.describe("The address that readers are sent to."),
  date: DaySchema.describe("Day on which it was removed."),
  reason: TextSchema.describe("What readers are told, as a sentence."),
});

/** One redirect, checked. */
export type Redirect = z.infer<typeof RedirectSchema>;
