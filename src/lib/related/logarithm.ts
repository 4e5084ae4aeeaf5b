/** The natural logarithm, to the last bit the same on every machine; `Math.log` may differ between engines. */

/** With arguments of 0.172 at most, the term after this one is less than half a unit in the last place. */
const LAST_POWER = 23;

/**
 * ln(value) = 2 · artanh((value − 1) / (value + 1)) by its power series, once factors of two are taken out
 * (Abramowitz, Stegun, Handbook of Mathematical Functions, 4.1.27). Uses + - * / only.
 * @param value above 0 and finite
 * @throws {RangeError} for anything else
 */
export function takeLogarithm(value: number): number {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) throw new RangeError(`${value} has no logarithm`);
  let rest = value;
  let twos = 0;
  for (; rest > Math.SQRT2; twos += 1) rest /= 2;
  for (; rest < Math.SQRT2 / 2; twos -= 1) rest *= 2;
  const ratio = (rest - 1) / (rest + 1);
  const square = ratio * ratio;
  let sum = 0;
  for (let power = LAST_POWER; power >= 1; power -= 2) sum = sum * square + 1 / power;
  return twos * Math.LN2 + 2 * ratio * sum;
}
