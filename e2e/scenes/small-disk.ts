/** A disk that is soon full: a small one in memory, where this machine lets us mount it. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Mounts a small disk at a folder, does something there, and takes it away again. What the folder holds is there
 * meanwhile too.
 * @param size as mount(8) takes it, such as `2m`
 * @param work is handed what fills the disk until so many bytes are left, and hands back what frees it again
 * @returns whether the disk could be mounted; otherwise nothing was done
 */
export async function withSmallDisk(
  folder: string,
  size: string,
  work: (fill: (left: number) => () => void) => Promise<void>,
): Promise<boolean> {
  const aside = mkdtempSync(join(dirname(folder), `${basename(folder)}-aside-`));
  mkdirSync(folder, { recursive: true });
  cpSync(folder, aside, { recursive: true });
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder], { stdio: "ignore" });
  if (status !== 0) return false;
  try {
    cpSync(aside, folder, { recursive: true });
    await work((left) => fillDisk(folder, left));
  } finally {
    spawnSync("umount", ["--lazy", folder]);
    rmSync(aside, { recursive: true });
  }
  return true;
}

function fillDisk(folder: string, left: number): () => void {
  const filler = join(folder, ".filler");
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left)));
  return () => rmSync(filler);
}
