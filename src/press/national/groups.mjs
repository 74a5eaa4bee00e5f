import { counted } from './summary.mjs';

const share = (value, { floor, ceiling }) => (Number(value) - Number(floor)) / (Number(ceiling) - Number(floor));
const parts = ['lowest', 'lower', 'median', 'upper', 'highest'];

/** The nation first, then its groups. */
const withAll = (document, context) => [context.all, ...document.groups];

export function boxesView(document, context) {
  const { voice, fixed } = context;
  const { say } = voice;
  const rows = withAll(document, context);
  return {
    caption: say('national.boxes', { min: voice.number(document.instrument.floor), max: voice.number(document.instrument.ceiling) }),
    alt: say('national.boxesAlt', { values: voice.list(rows.map((row) => say('national.boxValue', { name: row.name, median: fixed(row.figures.box.median.index), lower: fixed(row.figures.box.lower.index), upper: fixed(row.figures.box.upper.index) }))) }),
    limits: document.instrument.predicates.map((one) => ({ at: share(one.from, document.instrument), name: one.name })),
    rows: rows.map((row) => ({ name: row.name, ...Object.fromEntries(parts.map((part) => [part, share(row.figures.box[part].index, document.instrument)])), mean: share(row.figures.mean.index, document.instrument), value: fixed(row.figures.mean.index) })),
  };
}

export function groupsView(document, context) {
  const { voice, fixed } = context;
  const { say } = voice;
  return {
    caption: say('national.byGroup'),
    columns: [say('label.group'), say('national.agencies'), say('national.mean'), ...parts.map((part) => say(`national.${part}`))],
    rows: withAll(document, context).map((row) => [row.name, `${row.figures.count}`, fixed(row.figures.mean.index), ...parts.map((part) => fixed(row.figures.box[part].index))]),
  };
}

export function regionsView(document, context) {
  if (document.regions.length === 0) return null;
  const { voice, fixed, signed } = context;
  const { say } = voice;
  return {
    caption: say('national.byRegion'),
    columns: [say('national.region'), say('national.agencies'), say('national.mean'), say('national.lower'), say('national.median'), say('national.upper'), say('national.change')],
    rows: document.regions.map(({ name, figures }) => [
      name, `${figures.count}`, fixed(figures.mean.index), fixed(figures.box.lower.index), fixed(figures.box.median.index), fixed(figures.box.upper.index), signed(figures.change?.panel.difference),
    ]),
  };
}

export function areasView(document, context) {
  const { voice, ofNode, fixed } = context;
  const { say } = voice;
  const { figures } = document.whole;
  return {
    caption: say('national.byArea'),
    columns: [...context.columns('code', 'name', 'weight'), '', say('national.mean')],
    rows: document.nodes.map((node, at) => ({ depth: node.depth, code: node.code, name: node.name, weight: voice.percent(node.weight), share: figures.nodes[at] ? share(figures.nodes[at].index, { floor: 0, ceiling: document.instrument.ceiling }) : 0, value: ofNode(figures.nodes, at) })),
    total: { name: context.all.name, value: fixed(figures.mean.index) },
    groups: {
      caption: say('national.byAreaAndGroup'), columns: [...context.columns('code'), context.all.name, ...document.groups.map((group) => group.name)],
      rows: document.nodes.map((node, at) => ({ strong: node.depth === 1, cells: [node.code, ...withAll(document, context).map((row) => ofNode(row.figures.nodes, at))] })),
    },
  };
}

export function predicatesView(document, context) {
  const { voice } = context;
  const { say } = voice;
  const rows = withAll(document, context);
  const describe = (row) => say('national.predicateValue', { name: row.name, values: voice.list(row.figures.predicates.map((one) => `${context.predicates.get(one.code)} ${one.count}`)) });
  return {
    caption: say('national.predicateShares'), alt: say('national.predicateSharesAlt', { values: voice.list(rows.map(describe)) }),
    names: document.instrument.predicates.map((one) => one.name),
    bars: rows.map((row) => ({ name: row.name, shares: row.figures.predicates.map((one) => one.count / Math.max(1, counted(row.figures))) })),
    table: {
      caption: say('national.predicateCounts'), columns: [say('label.group'), ...document.instrument.predicates.map((one) => one.name)],
      rows: rows.map((row) => [row.name, ...row.figures.predicates.map((one, at) => say('national.countShare', { count: `${one.count}`, share: voice.percent(row.shares[at]) }))]),
    },
  };
}
