import { check, day, decimal, expect, flag, listOf, maybe, named, object, oneOf, register, RefusedError, tenant, text, whole } from '../shape.mjs';

export { RefusedError };

const shape = {
  locale: text,
  tenant,
  agency: object({ name: text, group: maybe(text) }),
  round: object({ name: text, cycle: oneOf('evaluation', 'monitoring'), stages: listOf(text) }),
  instrument: object({
    code: text, title: text, legalBasis: maybe(text), hash: text, decimals: whole,
    scales: listOf({ code: text, levels: listOf({ value: decimal, name: text }) }),
    predicates: listOf({ ...named, from: decimal, to: decimal, toInclusive: flag }),
  }),
  snapshot: object({ number: whole, hash: text, engine: text, registerHash: maybe(text) }),
  publishedOn: day,
  register,
  index: object({ exact: decimal, published: decimal, self: maybe(decimal) }),
  predicate: object(named),
  nodes: listOf({ ...named, tier: text, depth: whole, weight: decimal, exact: decimal, published: decimal, self: maybe(decimal), parent: maybe(text) }),
  findings: listOf({ node: text, kind: text, code: text, indicators: listOf(text) }),
  recommendations: listOf({ indicator: text, gain: maybe(decimal) }),
  indicators: listOf({
    ...named, parent: text, scale: text, weight: decimal, question: maybe(text), level: decimal, levelName: maybe(text), self: maybe(decimal), target: maybe(decimal),
    explanation: maybe(text), subject: maybe(text),
    next: maybe(object({ level: decimal, name: text, missing: listOf({ code: text, text }) })),
  }),
  comparison: maybe(object({ group: text, agencies: whole, rows: listOf({ node: maybe(text), mean: decimal, best: maybe(decimal) }) })),
};

export function checkDocument(document) {
  check(document, shape, 'document');
  const indicators = new Set(document.indicators.map((indicator) => indicator.code));
  const nodes = new Set(document.nodes.map((node) => node.code));
  expect(document.nodes.length > 0 && indicators.size > 0, 'document.nodes and document.indicators, which must not be empty');
  for (const indicator of document.indicators) expect(nodes.has(indicator.parent), `the parent "${indicator.parent}" of ${indicator.code}`);
  for (const finding of document.findings) {
    expect(finding.indicators.every((code) => indicators.has(code)), `a finding of ${finding.node} about an unknown indicator`);
  }
  for (const step of document.recommendations) expect(indicators.has(step.indicator), `a recommendation for "${step.indicator}"`);
  refuseContradictions(document.findings);
}

function refuseContradictions(findings) {
  const verdicts = new Map();
  for (const { kind, indicators } of findings.filter((finding) => finding.kind !== 'note')) {
    for (const code of indicators) {
      expect(!verdicts.has(code), `${code}, named in more than one strength or weakness`);
      verdicts.set(code, kind);
    }
  }
}
