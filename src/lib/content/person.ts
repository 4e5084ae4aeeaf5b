/** A person in `content/people.yaml` whom papers name in several ways; all others are known by their one name. */
import { z } from "zod";
import { boundList, makeTextSchema } from "./bounds.ts";

const NameSchema = makeTextSchema("name");

/** One person under several names. */
export const PersonSchema = z.strictObject({
  name: NameSchema.describe("Name that their page bears."),
  aliases: boundList(NameSchema, "authors")
    .min(1, { error: "one name or more" })
    .describe("Other names under which papers have them, as these write them."),
});

/** One person, checked. */
export type Person = z.infer<typeof PersonSchema>;
