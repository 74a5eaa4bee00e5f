const longest = 300;
const running = 90;

/** Names stand in headings, headers and bookmarks: one line, never empty, never a book. Free texts are left as they are. */
export function settleNames(document) {
  const named = (part, code = '–') => ({ ...part, name: settle(part.name, code) });
  return {
    ...document,
    tenant: named(document.tenant),
    agency: { ...named(document.agency), group: document.agency.group ? settle(document.agency.group, '–') : null },
    round: named(document.round),
    nodes: document.nodes.map((node) => named(node, node.code)),
    indicators: document.indicators.map((indicator) => ({ ...named(indicator, indicator.code), subject: indicator.subject ? settle(indicator.subject, '–') : null })),
  };
}

export function settle(name, code) {
  const line = name.replace(/\s+/g, ' ').replace(/^[\s\u200b-\u200f]+|[\s\u200b-\u200f]+$/g, '');
  return line === '' ? code : clip(line, longest);
}

/** For the lines that every page repeats. */
export const short = (name) => clip(name, running);

export function clip(text, length) {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
