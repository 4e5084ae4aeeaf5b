/** What a curator can do; each command is a module beside this one. */
import { makeAdd } from "./add.ts";
import { check } from "./check.ts";
import type { Command } from "./command.ts";
import { day } from "./day.ts";
import { makeImport } from "./import.ts";
import { remove } from "./remove.ts";
import { rename } from "./rename.ts";
import { makeUpdate } from "./update.ts";

/** The commands of `npm run digest`, in the order of its help. */
export const DIGEST_COMMANDS: readonly Command[] = [makeAdd(), makeImport(), makeUpdate(), rename, remove, day, check];
