/** What a part of a source becomes. */
export interface Replacement {
  /** The text. */
  text: string;
  /** How many characters of the source it stands for. */
  length: number;
  /** Whether space before it goes with it, as before a citation that is left out. */
  hidesSpace?: boolean;
}
