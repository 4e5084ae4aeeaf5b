/**
 * MathML as markup that a page may hold: elements, attributes and classes of closed lists, and no style, which the
 * content security policy forbids. Styles that temml writes become classes of src/styles/math.css.
 */
import { XmlElement, type XmlNode, XmlText } from "@rgrove/parse-xml";
import { escapeHtml } from "./escape.ts";

/** Elements of MathML Core that temml writes; none of them can load or run anything. */
const ELEMENTS = new Set(
  (
    "math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow mspace msqrt mstyle msub " +
    "msubsup msup mtable mtd mtext mtr munder munderover none"
  ).split(" "),
);
/** Attributes with what their values may be; any other is left out. */
const ATTRIBUTES = new Map(
  (
    [
      [/^(?:true|false)$/, "accent accentunder displaystyle fence largeop movablelimits separator stretchy symmetric"],
      [
        /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:em|ex|mu|pt|px|%)?$/,
        "depth height linethickness lspace maxsize minsize rspace voffset width",
      ],
      [/^[+-]?\d$/, "scriptlevel"],
      [/^block$/, "display"],
      [/^(?:prefix|infix|postfix)$/, "form"],
      [/^normal$/, "mathvariant"],
    ] as const
  ).flatMap(([values, names]) => names.split(" ").map((name) => [name, values] as const)),
);
/** Classes of temml's that src/styles/math.css knows. */
const CLASSES = new Set("tml-left tml-right tml-overline tml-underline tml-vec wbk-acc wbk-sml-acc".split(" "));
/** Lines around something that every browser can draw, or our styles can; without any other a formula means another thing. */
const NOTATIONS = /^(?:top|bottom|box)$/;

/** An element with all it holds, or a text; undefined where something has no place on a page that it could not do without. */
export function formatMathml(node: XmlNode): string | undefined {
  if (node instanceof XmlText) return escapeHtml(node.text);
  if (!(node instanceof XmlElement) || !ELEMENTS.has(node.name)) return undefined;
  const { name, attributes, children } = node;
  if (name === "menclose" && !NOTATIONS.test(attributes["notation"] ?? "")) return undefined;
  const parts = children.map(formatMathml);
  if (parts.includes(undefined)) return undefined;
  // An element without a name of its own in MathML Core: lines are drawn by a class, and no script is an empty one.
  const tag = name === "menclose" || name === "none" ? "mrow" : name;
  return `<${tag}${formatAttributes(attributes)}>${parts.join("")}</${tag}>`;
}

function formatAttributes(attributes: XmlElement["attributes"]): string {
  const kept = Object.entries(attributes).filter(([name, value]) => ATTRIBUTES.get(name)?.test(value));
  const classes = [
    ...(attributes["class"] ?? "").split(/\s+/).filter((name) => CLASSES.has(name)),
    ...(attributes["style"] ?? "").split(";").flatMap((declaration) => classOf(declaration) ?? []),
    ...(attributes["notation"] === "box" ? ["tml-box"] : []),
  ];
  if (classes.length > 0) kept.push(["class", [...new Set(classes)].join(" ")]);
  return kept.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join("");
}

const BORDER = /^border-(left|right|top|bottom):/;
const PADDING = /^padding-(left|right):(\d+(?:\.\d+)?|\.\d+)(em|pt)$/;
/** Space beside cells, in em, with the class for it; half an em is what every cell has. */
const GAPS: { size: number; name?: string }[] = [
  { size: 0, name: "0" },
  { size: 0.15, name: "s" },
  { size: 0.5 },
  { size: 1, name: "l" },
];

/** The class that stands for a declaration; undefined for what pages do without: colours, widths, displays. */
function classOf(declaration: string): string | undefined {
  if (declaration === "math-depth:0") return "tml-d0";
  if (declaration === "math-depth:2") return "tml-d2";
  if (declaration === "font-weight:bold") return "tml-b";
  if (/^border:/.test(declaration)) return "tml-box";
  const border = BORDER.exec(declaration)?.[1];
  if (border !== undefined) return `tml-b${border.charAt(0)}`;
  const [, side, number, unit] = PADDING.exec(declaration) ?? [];
  if (side === undefined) return undefined;
  const size = Number(number) / (unit === "pt" ? 12 : 1);
  const gap = GAPS.toSorted((a, b) => Math.abs(a.size - size) - Math.abs(b.size - size))[0];
  return gap?.name === undefined ? undefined : `tml-p${side.charAt(0)}${gap.name}`;
}
