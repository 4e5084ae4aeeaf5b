// The archive as an Eleventy user would make it: a Markdown file a paper, Nunjucks, collections for lists.
const LISTS = ["topics", "authors", "organizations", "months", "facetmonths", "days", "weeks", "editionmonths"];
const MONTHS_FROM = 100;

let known;

/** All lists, gathered once: for each name its papers, newest first. */
function gatherLists(api) {
  if (known !== undefined) return known;
  const papers = api.getFilteredByGlob("./papers/*.md").sort((a, b) => b.date - a.date);
  known = { papers };
  for (const list of LISTS) {
    const byKey = new Map();
    for (const paper of papers) {
      for (const key of paper.data[list] ?? []) {
        if (byKey.has(key)) byKey.get(key).push(paper);
        else byKey.set(key, [paper]);
      }
    }
    const hasMonths = (own) =>
      list === "topics" || (["authors", "organizations"].includes(list) && own.length > MONTHS_FROM);
    known[list] = [...byKey].map(([key, own]) => ({
      key,
      papers: own,
      months: hasMonths(own) ? countMonths(own) : [],
    }));
  }
  return known;
}

function countMonths(papers) {
  const counts = new Map();
  for (const { data } of papers) counts.set(data.months[0], (counts.get(data.months[0]) ?? 0) + 1);
  return [...counts].map(([month, count]) => ({ month, count }));
}

export default function configure(config) {
  for (const list of LISTS) config.addCollection(`by_${list}`, (api) => gatherLists(api)[list]);
  config.addCollection("newest", (api) => gatherLists(api).papers.slice(0, 50));
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("head", (list, count) => list.slice(0, count));
  config.addPassthroughCopy("style.css");
}

export const config = { markdownTemplateEngine: false };
