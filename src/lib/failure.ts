/** Failures that were foreseen, and what the system says of those that happen to files. */

/** A failure that was foreseen: its message says what is wrong and how to mend it, complete for the person at the keyboard. */
export class Failure extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Failure";
    delete this.stack;
  }
}

/** The `code` of a system error such as `ENOENT` or `EADDRINUSE`; undefined for anything else. */
export function readErrorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** What is wrong in words, and what to do about it, by the code of the system's error. */
const FILE_FAULTS: { [code: string]: { reason: string; cure: string } } = {
  ENOSPC: { reason: "the disk is full", cure: "Free some space" },
  EDQUOT: { reason: "the disk quota is used up", cure: "Free some space" },
  EFBIG: { reason: "it is larger than files may be here", cure: "Raise the limit (ulimit -f)" },
  EROFS: { reason: "the disk is read-only", cure: "Make it writable, or choose a folder on another disk" },
  EACCES: { reason: "there is no right to do so", cure: "Change the permissions of the file and its folder" },
  EPERM: { reason: "there is no right to do so", cure: "Change the permissions of the file and its folder" },
  EMFILE: { reason: "too many files are open", cure: "Raise the limit (ulimit -n)" },
  ENFILE: { reason: "too many files are open on this machine", cure: "Close other programs" },
  EIO: { reason: "the disk has a fault", cure: "Check the disk" },
  EBUSY: { reason: "it is in use", cure: "Close the program that uses it" },
  ENOTDIR: { reason: "a file stands where a folder has to be", cure: "Move that file away" },
  EEXIST: { reason: "a file stands where a folder has to be", cure: "Move that file away" },
  EISDIR: { reason: "a folder stands where the file has to be", cure: "Move that folder away" },
  ENOTEMPTY: { reason: "a folder stands where the file has to be", cure: "Move that folder away" },
  ELOOP: { reason: "it is a link that leads back to itself", cure: "Lead it to a file, or take it out" },
  EINVAL: { reason: "its name is not one that this disk can hold", cure: "Choose another name" },
  ENAMETOOLONG: { reason: "its name is longer than names may be here", cure: "Choose a shorter name" },
};

/** Reason and cure for a system error of a file; undefined for an error that a person can do nothing about. */
export function findFileFault(code: string | undefined): { reason: string; cure: string } | undefined {
  return code === undefined ? undefined : FILE_FAULTS[code];
}

/**
 * A sentence for a system error that a person can do something about; any other error as it is.
 * @param event what could not be done, such as `content/days.jsonl could not be written`
 * @param outcome what stands now, as a sentence
 */
export function explainFileError(error: unknown, event: string, outcome: string): unknown {
  const fault = findFileFault(readErrorCode(error));
  return fault === undefined
    ? error
    : new Failure(`${event}: ${fault.reason}. ${outcome} ${fault.cure} and run this again.`);
}
