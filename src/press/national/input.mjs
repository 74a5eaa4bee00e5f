import { check, day, decimal, expect, flag, listOf, maybe, named, object, oneOf, register, tenant, text, whole } from '../shape.mjs';

const figure = object({ index: decimal });
const view = object({ count: whole, countBefore: whole, mean: maybe(figure), meanBefore: maybe(figure), difference: maybe(decimal) });
const figures = object({
  count: whole, mean: figure, nodes: listOf(maybe(figure)),
  box: object({ lowest: figure, lower: figure, median: figure, upper: figure, highest: figure }),
  predicates: listOf({ code: text, count: whole }),
  gap: maybe(object({ count: whole, self: figure, external: figure, difference: decimal, higher: whole, lower: whole })),
  change: maybe(object({ all: maybe(view), panel: view, nodes: listOf(maybe(decimal)), rose: whole, fell: whole, stayed: whole })),
});
const group = { ...named, figures, shares: listOf(decimal) };

const shape = {
  locale: text, tenant, register, issuedOn: day, synthetic: flag, draft: flag,
  round: text, cycle: oneOf('evaluation', 'monitoring'), reason: maybe(text),
  instrument: object({
    code: text, title: text, legalBasis: maybe(text), hash: text, decimals: whole, floor: decimal, ceiling: decimal,
    predicates: listOf({ ...named, from: decimal, to: decimal, toInclusive: flag }),
  }),
  source: object({ number: whole, hash: text, engine: text }),
  participants: whole, unnamed: whole, open: flag, ofTheNamed: flag,
  nodes: listOf({ ...named, tier: text, depth: whole, weight: decimal }),
  whole: object({ figures, shares: listOf(decimal), predicate: text }),
  groups: listOf(group), regions: listOf(group),
  previous: maybe(object({ round: text, comparable: flag })),
  history: listOf({ round: text, instrument: text, count: whole, mean: decimal, comparable: flag }),
  sensitivity: maybe(object({ weightings: whole, spread: decimal })),
  unmet: listOf({ text, indicator: text, name: text, level: whole, agencies: whole, share: decimal }),
  agencies: listOf({
    name: text, group: text, index: decimal, predicate: text, nodes: listOf(maybe(decimal)), self: maybe(decimal), change: maybe(decimal),
    rank: whole, low: whole, high: whole, groupRank: whole,
  }),
};

export function checkNational(document) {
  check(document, shape, 'document');
  expect(document.nodes.length > 0 && document.groups.length > 0, 'document.nodes and document.groups, which must not be empty');
  const groups = new Set(document.groups.map((one) => one.code));
  const predicates = new Set(document.instrument.predicates.map((one) => one.code));
  for (const agency of document.agencies) {
    expect(groups.has(agency.group), `the group "${agency.group}" of an agency`);
    expect(predicates.has(agency.predicate), `the predicate "${agency.predicate}" of an agency`);
  }
}
