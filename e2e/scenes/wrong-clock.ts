/** Loaded before a tool (`--import`): sets its clock to the year that WRONG_YEAR names. */
const now = Date.now.bind(Date);
const shift = new Date(Number(process.env["WRONG_YEAR"]), 1).getTime() - now();
const SystemDate = Date;

/** A date whose present is another. */
class WrongDate extends SystemDate {
  constructor(...parts: unknown[]) {
    if (parts.length === 0) super(now() + shift);
    else super(...(parts as [number]));
  }

  static override now(): number {
    return now() + shift;
  }
}

globalThis.Date = WrongDate as DateConstructor;
