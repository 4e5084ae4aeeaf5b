/** Reads CBOR, RFC 8949, as Pagefind's files have it. */
import { decode } from "cborg";
import type { z } from "zod";

/** Tells that a file is not what this version of Pagefind writes. */
export function makeFormError(): Error {
  return new Error("Pagefind's index has another form than the one that is known.");
}

/**
 * Reads a file.
 * @throws {Error} when what it holds is of another form.
 */
export function decodeForm<Form>(bytes: Uint8Array, schema: z.ZodType<Form>): Form {
  try {
    return schema.parse(decode(bytes));
  } catch {
    // What these say is of bytes and places; nobody who builds a site can mend them.
    throw makeFormError();
  }
}
