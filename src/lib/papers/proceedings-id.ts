/** Ids of papers in addresses of those who publish proceedings and journals on the web without a DOI. */

/** Where a paper has an id: its host, and the path with the parts of the id. */
interface Registry {
  /** Hosts, in lower case without `www.`. */
  host: RegExp;
  /** The path of the paper's page, PDF or entry; its groups are the parts of the id. */
  path: RegExp;
  /** How the id begins; its parts follow, joined by slashes. */
  start: string;
}

const REGISTRIES: Registry[] = [
  // https://aclanthology.org/2020.acl-main.1/, …/P99-1001v2.pdf, and the anthology's older places.
  {
    host: /^(?:aclanthology\.(?:org|info)|aclweb\.org|aclanthology\.coli\.uni-saarland\.de)$/,
    path: /^(?:(?:anthology(?:-new)?|papers)\/)?(?:[A-Z]\/[A-Z]\d{2}\/)?(?:papers\/)?([A-Z]\d{2}-\d{4}|\d{4}\.[a-z\d_]+-[a-z\d_]+\.\d{1,4})(?:v\d{1,2})?(?:\.(?:pdf|bib|xml|endf))?(?:\/(?:[A-Z]\d{2}-\d{4})?)?$/i,
    start: "acl:",
  },
  // https://openreview.net/forum?id=AbC, …/pdf?id=AbC
  {
    host: /^(?:api2?\.)?openreview\.net$/,
    path: /^(?:forum|pdf|attachment)\?(?:[a-z]+=[\w-]*&)*id=([\w-]+)/i,
    start: "openreview:",
  },
  // https://proceedings.mlr.press/v202/example23a.html, …/v202/example23a/example23a.pdf
  {
    host: /^proceedings\.mlr\.press$/,
    path: /^(v\d+|r\d+)\/([a-z][\w-]*?\d{2}[a-z]*)(?:\/\2)?(?:\.(?:html|pdf))?\/?$/i,
    start: "pmlr:",
  },
  // PMLR's files at GitHub, and where it stood before.
  {
    host: /^raw\.githubusercontent\.com$/,
    path: /^mlresearch\/(v\d+|r\d+)\/(?:main|master|gh-pages)\/(?:assets\/)?(?:[\w-]+\/)?([a-z][\w-]*?\d{2}[a-z]*)\.pdf$/i,
    start: "pmlr:",
  },
  {
    host: /^(?:jmlr\.org|jmlr\.csail\.mit\.edu)$/,
    path: /^proceedings\/papers\/(v\d+)\/([a-z][\w-]*?\d{2}[a-z]*)(?:\/\2)?(?:\.(?:html|pdf))?$/i,
    start: "pmlr:",
  },
  // https://jmlr.org/papers/v3/example03a.html, …/papers/volume3/example03a/example03a.pdf
  {
    host: /^(?:jmlr\.org|jmlr\.csail\.mit\.edu)$/,
    path: /^papers\/v(?:olume)?(\d+)\/([a-z][\w-]*?\d{2}[a-z]*|\d{2}-\d{1,4})(?:\/\2)?(?:\.(?:html|pdf|bib))?\/?$/i,
    start: "jmlr:v",
  },
  // https://proceedings.neurips.cc/paper_files/paper/2023/hash/….html, …/file/…-Paper.pdf
  {
    host: /^(?:proceedings\.neurips\.cc|papers\.n(?:eur)?ips\.cc|proceedings\.nips\.cc)$/,
    path: /^(?:paper_files\/)?paper\/(\d{4})\/(?:hash|file)\/([\da-f]{32})(?:-(?:abstract|paper|metadata|bibtex)[\w-]*)?\.(?:html|pdf|json|bib)$/i,
    start: "neurips:",
  },
  // https://papers.nips.cc/paper/1234-sample-of-harbours, ….pdf, as they were until 2019: the number says it all.
  {
    host: /^papers\.n(?:eur)?ips\.cc$/,
    path: /^paper\/(\d{1,5})-[\w.,:()'+-]*\/?$/i,
    start: "neurips:",
  },
  // https://openaccess.thecvf.com/content/CVPR2023/html/Example_Sample_of_Harbours_CVPR_2023_paper.html
  {
    host: /^openaccess\.thecvf\.com$/,
    path: /^content(?:_[\w-]+|\/[\w-]+)(?:\/[\w-]+)?\/(?:html|papers)\/(?:w\d+\/)?([\w.-]+)_paper\.(?:html|php|pdf)$/i,
    start: "cvf:",
  },
];

/**
 * The id of the paper to whose page or PDF an address leads; undefined when it is none that is known here, or another file, such as a supplement.
 * @param host the address's host in lower case, without `www.`
 * @param path what follows the slash behind the host
 */
export function findProceedingsId(host: string, path: string): string | undefined {
  const plain = path.replace(/#.*$/s, "");
  const bare = host.endsWith("openreview.net") ? plain : plain.replace(/\?.*$/s, "");
  for (const registry of REGISTRIES) {
    const parts = registry.host.test(host) ? registry.path.exec(bare)?.slice(1) : undefined;
    if (parts !== undefined) return registry.start + parts.join("/");
  }
  return undefined;
}

/** The page of a paper at the registry that its id names; undefined where the id does not say it. */
export function linkProceedings(id: string): string | undefined {
  const [, scheme, name = ""] = /^(acl|openreview|pmlr|jmlr):(.*)$/s.exec(id) ?? [];
  if (scheme === "acl") return `https://aclanthology.org/${name}/`;
  if (scheme === "openreview") return `https://openreview.net/forum?id=${name}`;
  if (scheme === "pmlr") return `https://proceedings.mlr.press/${name}.html`;
  return scheme === "jmlr" ? `https://jmlr.org/papers/${name}.html` : undefined;
}
