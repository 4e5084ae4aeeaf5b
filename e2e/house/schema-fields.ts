/** The fields of a zod schema, however deep. */
import { z } from "zod";

/** A field with what its schema says of it. */
export interface SchemaField {
  /** `links.code`, `results[].claim`. */
  path: string;
  /** Its description; absent when it has none. */
  description?: string;
}

/** Every field of every object in a schema; wrappers (optional, default, array, union, pipe) are looked through. */
export function listSchemaFields(schema: z.core.$ZodType, path = ""): SchemaField[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape as { [name: string]: z.ZodType }).flatMap(([name, field]) => {
      const place = path === "" ? name : `${path}.${name}`;
      const { description } = field;
      return [{ path: place, ...(description ? { description } : {}) }, ...listSchemaFields(field, place)];
    });
  }
  if (schema instanceof z.ZodArray) return listSchemaFields(schema.element, `${path}[]`);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return listSchemaFields(schema.def.innerType, path);
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => listSchemaFields(option, path));
  if (schema instanceof z.ZodPipe) return listSchemaFields(schema.def.in, path);
  return [];
}
