/** The request was understood and cannot be carried out as it stands; the message says what to change. */
export class RefusedError extends Error {}

const text = (value) => typeof value === 'string';
const decimal = (value) => typeof value === 'string' && /^-?\d{1,12}(\.\d{1,28})?$/.test(value);
const whole = (value) => Number.isInteger(value);
const maybe = (check) => (value) => value === undefined || value === null || check(value);
const listOf = (shape) => (value, path) => {
  if (!Array.isArray(value)) return false;
  value.forEach((item, index) => (typeof shape === 'function' ? expect(shape(item), `${path}[${index}]`) : check(item, shape, `${path}[${index}]`)));
  return true;
};
const object = (shape) => (value, path) => (check(value, shape, path), true);

const named = { code: text, name: text };
const shape = {
  locale: text,
  tenant: object({ name: text, accent: maybe((value) => /^#[0-9a-fA-F]{6}$/.test(value)) }),
  agency: object({ name: text, group: maybe(text) }),
  round: object({ name: text, cycle: (value) => value === 'evaluation' || value === 'monitoring', stages: listOf(text) }),
  instrument: object({
    code: text, title: text, legalBasis: maybe(text), hash: text, decimals: whole,
    scales: listOf({ code: text, levels: listOf({ value: decimal, name: text }) }),
    predicates: listOf({ ...named, from: decimal, to: decimal, toInclusive: (value) => typeof value === 'boolean' }),
  }),
  snapshot: object({ number: whole, hash: text, engine: text, registerHash: maybe(text) }),
  publishedOn: (value) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
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

function check(value, fields, path) {
  expect(value !== null && typeof value === 'object' && !Array.isArray(value), path);
  for (const [name, test] of Object.entries(fields)) {
    if (test(value[name], `${path}.${name}`) === false) throw new RefusedError(`wrong or missing: ${path}.${name}`);
  }
}

function expect(holds, what) {
  if (!holds) throw new RefusedError(`wrong or missing: ${what}`);
}
