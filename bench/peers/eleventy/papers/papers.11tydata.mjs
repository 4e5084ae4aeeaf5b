// What all papers have in common.
export default { layout: "paper.njk", permalink: ({ id }) => `/papers/${id}/` };
