/** That a paper was withdrawn or retracted: by whom, and why, where its source says so. */
import { z } from "zod";
import { WITHDRAWERS } from "../papers/withdrawer.ts";
import { makeTextSchema } from "./bounds.ts";

/** Who withdrew a paper, and why. */
export const WithdrawalDetailsSchema = z.strictObject({
  by: z
    .enum(WITHDRAWERS, { error: "authors, administrators or publisher" })
    .optional()
    .describe("Who did it: its authors, the administrators of arXiv, or its publisher; absent where nobody says."),
  reason: makeTextSchema("line").optional().describe("Why, in the source's own words: a part of one sentence."),
});

/** Withdrawn: `true` where neither who did it nor why is known. */
export const WithdrawalSchema = z.union([z.literal(true), WithdrawalDetailsSchema], {
  error: "true, or who did it and why: {by, reason}",
});

/** That a paper was withdrawn or retracted. */
export type Withdrawal = z.infer<typeof WithdrawalSchema>;
