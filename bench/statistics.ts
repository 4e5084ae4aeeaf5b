/** What is said of many measured values at once. */
import { createRandom } from "./random.ts";

/** The mean; 0 of no values. */
export function computeMean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** The value that a share of the values does not exceed; 0 when there are none. */
export function findQuantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** Samples that an interval is made of. */
const SAMPLES = 2000;

/**
 * The interval in which 95 of 100 means lie of as many values drawn from these, each as often as chance has it: the
 * percentile bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, 1993). The same values give the same.
 */
export function bootstrapMean(values: readonly number[]): [low: number, high: number] {
  const random = createRandom("bootstrap");
  const draw = (): number => values[random.integer(0, values.length - 1)] ?? 0;
  const means = Array.from({ length: SAMPLES }, () => computeMean(values.map(draw)));
  return [findQuantile(means, 0.025), findQuantile(means, 0.975)];
}
