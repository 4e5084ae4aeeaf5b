/** The object without keys whose value is undefined, so that views compare and serialise plainly. */
export function dropUndefined<Shape extends object>(
  shape: Shape,
): { [Key in keyof Shape as undefined extends Shape[Key] ? never : Key]: Shape[Key] } & {
  [Key in keyof Shape as undefined extends Shape[Key] ? Key : never]?: Exclude<Shape[Key], undefined>;
} {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as never;
}
