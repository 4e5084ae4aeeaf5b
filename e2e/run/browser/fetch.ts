/** A Chromium from npm, for machines that have none: one package that brings the libraries it needs. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { Failure } from "#lib/failure.ts";
import { CACHE_FOLDER } from "#tools/folders.ts";

const VERSION = "153.0.0";
const PACKAGE = `@sparticuz/chromium@${VERSION}`;

const run = promisify(execFile);

/** Whether the package has a program for this machine. */
export function isFetchable(): boolean {
  return process.platform === "linux" && process.arch === "x64";
}

/**
 * The unpacked program and the environment it needs; fetched (about 70 MB) and unpacked (about 210 MB) the first time.
 * Throws a `Failure` when npm cannot get it.
 */
export async function fetchBrowser(
  cacheFolder: string = CACHE_FOLDER,
): Promise<{ executablePath: string; env: Record<string, string> }> {
  const folder = join(cacheFolder, "browser");
  const unpacked = join(folder, `chromium-${VERSION}`);
  if (!existsSync(unpacked)) {
    process.stderr.write(`No Chromium found here: fetching one from npm (${PACKAGE}, about 70 MB, once).\n`);
    mkdirSync(folder, { recursive: true });
    await installPackage(folder);
    await unpackProgram(folder, unpacked);
  }
  return {
    executablePath: join(unpacked, "chromium"),
    env: { LD_LIBRARY_PATH: join(unpacked, "al2023", "lib"), FONTCONFIG_PATH: join(unpacked, "fonts") },
  };
}

async function installPackage(folder: string): Promise<void> {
  try {
    await run("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder, PACKAGE], { cwd: folder });
  } catch (error) {
    const reason = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    throw new Failure(
      `No Chromium is installed, and npm could not fetch ${PACKAGE}:\n${reason}\n` +
        "Install Chromium, or set CHROMIUM_PATH to the program of one.",
    );
  }
}

/**
 * Lets the package unpack itself, into a folder that gets its name only when it is whole: the package takes any
 * program it finds in the temporary folder for a good one.
 */
async function unpackProgram(folder: string, unpacked: string): Promise<void> {
  const partial = `${unpacked}.${process.pid}.tmp`;
  mkdirSync(partial, { recursive: true });
  try {
    const script = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();';
    await run(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: folder,
      // The runtime's name makes it unpack its own libraries, such as NSS, which a bare machine lacks.
      env: { ...process.env, TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" },
    });
    configureFonts(join(partial, "fonts"), join(unpacked, "fonts"));
    if (existsSync(unpacked)) rmSync(partial, { recursive: true });
    else renameSync(partial, unpacked);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw new Failure(`${PACKAGE} could not be unpacked: ${error instanceof Error ? error.message : error}`);
  }
  // The packed copy has served its turn.
  rmSync(join(folder, "node_modules"), { recursive: true, force: true });
}

/** Points the package's font configuration, which expects /tmp/fonts, at where the fonts will lie. */
function configureFonts(folder: string, finalFolder: string): void {
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    "<fontconfig>",
    `  <dir>${finalFolder}</dir>`,
    `  <cachedir>${join(finalFolder, "cache")}</cachedir>`,
    "</fontconfig>",
  ];
  writeFileSync(join(folder, "fonts.conf"), `${lines.join("\n")}\n`);
}
