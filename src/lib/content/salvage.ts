/** What can still be used of a value that has faults, so that one fault does not hide another. */
import type { z } from "zod";

/** Data of which any part may be missing because it had a fault; items of lists keep their places. */
export type Partly<Data> = Data extends readonly (infer Item)[]
  ? (Partly<Item> | undefined)[]
  : Data extends object
    ? { [Key in keyof Data]?: Partly<Data[Key]> | undefined }
    : Data;

/** Every part of a value that the schema of an object accepts; an empty object when it accepts none. */
export function salvageValue<Schema extends z.ZodType>(schema: Schema, value: unknown): Partly<z.output<Schema>> {
  return (salvage(schema, value) ?? {}) as Partly<z.output<Schema>>;
}

function salvage(schema: z.ZodType, value: unknown): unknown {
  const outcome = schema.safeParse(value);
  if (outcome.success) return outcome.data;
  const { innerType, element, shape } = schema.def as {
    innerType?: z.ZodType;
    element?: z.ZodType;
    shape?: { [key: string]: z.ZodType };
  };
  if (innerType !== undefined) return salvage(innerType, value);
  if (element !== undefined) return Array.isArray(value) ? value.map((item) => salvage(element, item)) : undefined;
  if (shape === undefined || typeof value !== "object" || value === null) return undefined;
  const parts = Object.entries(shape).map(([key, part]) => [key, salvage(part, Reflect.get(value, key))]);
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined));
}
