/** Who withdrew a paper, and what readers are told of it. */

/** Who may withdraw a paper: its authors, the administrators of arXiv, or its publisher, who retracts it. */
export const WITHDRAWERS = ["authors", "administrators", "publisher"] as const;

/** Who withdrew a paper. */
export type Withdrawer = (typeof WITHDRAWERS)[number];

/** Who withdrew a paper; undefined where nobody says, or where it is not withdrawn. */
export function findWithdrawer(withdrawal: true | { by?: Withdrawer | undefined } | undefined): Withdrawer | undefined {
  return withdrawal === true ? undefined : withdrawal?.by;
}

/** What readers are told: the word for it, and who did it, as the rest of a sentence without its full stop. */
export function describeWithdrawal(by: Withdrawer | undefined): { word: string; who: string } {
  if (by === "publisher") return { word: "Retracted", who: " by its publisher" };
  if (by === "administrators") return { word: "Withdrawn", who: " by arXiv’s administrators" };
  return { word: "Withdrawn", who: by === "authors" ? " by its authors" : "" };
}
