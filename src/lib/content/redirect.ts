/** A redirect in `content/redirects.jsonl`: where readers of an address that is gone are sent, and why. */
import { z } from "zod";
import { explainAddress } from "../address.ts";
import { describeBound, MOST_CHARACTERS, makeTextSchema } from "./bounds.ts";
import { DaySchema } from "./fields.ts";

/** An address of a page within the site as content has it: from the root, with a slash at both ends. */
export const AddressSchema = z.string({ error: "an address, such as /papers/2510.18821/" }).check((payload) => {
  const isLong = payload.value.length > MOST_CHARACTERS.link;
  const message = isLong ? describeBound("link") : explainAddress(payload.value);
  if (message !== undefined) payload.issues.push({ code: "custom", message, input: payload.value });
});

/** One redirect. */
export const RedirectSchema = z.strictObject({
  from: AddressSchema.describe("The address that is gone."),
  to: AddressSchema.describe("The address that readers are sent to."),
  date: DaySchema.describe("Day on which it was removed."),
  reason: makeTextSchema("note").describe("What readers are told, as a sentence."),
});

/** One redirect, checked. */
export type Redirect = z.infer<typeof RedirectSchema>;
