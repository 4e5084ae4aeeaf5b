/** What Chromium prints, read back: the pages of a PDF with their letters. It knows no more of PDF than Chromium writes. */
import { inflateSync } from "node:zlib";

/** Letters of each page in the order in which they are drawn, without white space, which a PDF need not have. */
export function readPdfPages(pdf: Buffer): string[] {
  const objects = readObjects(pdf.toString("latin1"));
  const pages = [...objects.values()].filter((object) => /^<<\/Type \/Page\b/.test(object));
  return pages.map((page) => readPage(page, objects).replace(/\s+/g, ""));
}

/** Objects by number, with their streams as they stand. */
function readObjects(text: string): Map<string, string> {
  return new Map(
    Array.from(text.matchAll(/(?<=\n)(\d+) 0 obj\n(.*?)\nendobj\n/gs), ([, number = "", body = ""]) => [number, body]),
  );
}

function readStream(object = ""): string {
  const start = object.indexOf("stream\n") + "stream\n".length;
  const length = Number(/\/Length (\d+)/.exec(object)?.[1]);
  const bytes = Buffer.from(object.slice(start, start + length), "latin1");
  return /\/FlateDecode/.test(object.slice(0, start))
    ? inflateSync(bytes).toString("latin1")
    : bytes.toString("latin1");
}

/** A font: how many bytes a code has, and which letters it stands for. */
interface Font {
  size: number;
  letters: Map<number, string>;
}

function readPage(page: string, objects: ReadonlyMap<string, string>): string {
  const names = /\/Font <<(.*?)>>/s.exec(page)?.[1] ?? "";
  const fonts = new Map(
    Array.from(names.matchAll(/\/(F\d+) (\d+) 0 R/g), ([, name = "", number = ""]) => [
      name,
      readFont(objects.get(number) ?? "", objects),
    ]),
  );
  const content = readStream(objects.get(/\/Contents (\d+)/.exec(page)?.[1] ?? ""));
  let font: Font | undefined;
  let text = "";
  for (const [, name, hex, plain] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|\(((?:\\.|[^\\)])*)\)/gs)) {
    if (name !== undefined) font = fonts.get(name);
    else text += decode(hex === undefined ? unescapePlain(plain ?? "") : Buffer.from(hex, "hex"), font);
  }
  return text;
}

function readFont(object: string, objects: ReadonlyMap<string, string>): Font {
  const letters = new Map<number, string>();
  const map = readStream(objects.get(/\/ToUnicode (\d+)/.exec(object)?.[1] ?? ""));
  for (const [, kind, lines = ""] of map.matchAll(/begin(bfchar|bfrange)\n(.*?)\nend/gs)) {
    for (const line of lines.split("\n")) {
      const [first = "", second = "", third = ""] = line.match(/(?<=<)[0-9A-Fa-f]+(?=>)/g) ?? [];
      const from = Number.parseInt(first, 16);
      const last = kind === "bfchar" ? from : Number.parseInt(second, 16);
      const letter = Buffer.from(kind === "bfchar" ? second : third, "hex")
        .swap16()
        .toString("utf16le");
      for (let code = from; code <= last; code += 1) {
        letters.set(code, String.fromCodePoint((letter.codePointAt(0) ?? 0) + code - from) + letter.slice(1));
      }
    }
  }
  return { size: object.includes("/Type0") ? 2 : 1, letters };
}

function decode(bytes: Buffer, font: Font | undefined): string {
  if (font === undefined) return "";
  const codes = Array.from({ length: bytes.length / font.size }, (_, at) =>
    bytes.readUIntBE(at * font.size, font.size),
  );
  return codes.map((code) => font.letters.get(code) ?? "").join("");
}

/** A string in parentheses, with its escapes. */
function unescapePlain(plain: string): Buffer {
  const text = plain.replace(/\\([0-7]{1,3}|.)/gs, (_, code: string) => {
    return /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : code;
  });
  return Buffer.from(text, "latin1");
}
