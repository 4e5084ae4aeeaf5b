/** Fingerprints, to see at once whether two things are the same. */
import { hash } from "node:crypto";

/** A fingerprint: SHA-1 in 27 signs; no protection against somebody who wants two things to be alike. */
export type Fingerprint = string;

/** The fingerprint of plain data, or of bytes as they are. */
export function fingerprintData(data: object): Fingerprint {
  return hash("sha1", data instanceof Uint8Array ? data : JSON.stringify(data), "base64url");
}
