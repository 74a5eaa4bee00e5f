// A result of 47 indicators in the shape the worker is given; levels as published for G01 in 2021.
const levels = [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 5, 4, 3, 3, 3, 3, 3, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 4, 4, 4, 4, 4, 3, 3, 4, 5, 4, 3, 2, 4, 3, 3];
const tree = [
  ['D1', 13, '3.00', [['A1', 13, '3.00', 1, 10]]],
  ['D2', 25, '3.00', [['A2', 10, '3.25', 11, 14], ['A3', 10, '3.00', 15, 18], ['A4', 5, '2.50', 19, 20]]],
  ['D3', 16.5, '1.00', [['A5', 12, '1.00', 21, 28], ['A6', 4.5, '1.00', 29, 31]]],
  ['D4', 45.5, '3.61', [['A7', 27.5, '3.90', 32, 41], ['A8', 18, '3.17', 42, 47]]],
];

const scale = (code) => ({ code, levels: [1, 2, 3, 4, 5].map((value) => ({ value: `${value}`, name: `${code} ${value}` })) });
const node = (code, tier, depth, weight, published, parent) => ({ code, tier, depth, weight: `${weight}`, exact: published, published, self: '3.00', parent, name: `Name of ${code}` });

function indicator(number, parent, weight) {
  const level = levels[number - 1];
  return {
    code: `I${number}`, name: `Name of I${number}`, parent, weight: `${weight}`, scale: number > 31 ? 'service' : 'process', question: null,
    level: `${level}`, levelName: `name ${level}`, self: '3', target: '3', explanation: 'The decree of 2020 covers it.', subject: null,
    next: level === 5 ? null : { level: `${level + 1}`, name: `name ${level + 1}`, missing: [{ code: `I${number}.x`, text: 'A criterion that was not met.' }] },
  };
}

export function sampleDocument(changes = {}) {
  const areas = tree.flatMap(([, , , aspects]) => aspects);
  const indicators = areas.flatMap(([code, weight, , first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => indicator(first + at, code, weight / (last - first + 1))));
  return {
    locale: 'en', draft: false, synthetic: false, publishedOn: '2021-12-20',
    tenant: { name: 'Republic of Example', accent: '#0b5d7a' },
    agency: { name: 'Ministry of Examples', group: 'Ministries' },
    round: { name: 'Evaluation 2021', cycle: 'evaluation', stages: ['self', 'document', 'final'] },
    instrument: {
      code: 'example', title: 'Example instrument', legalBasis: 'Regulation 1/2020', hash: 'a'.repeat(64), decimals: 2, scales: [scale('process'), scale('service')],
      predicates: [['fair', '1', '2.6'], ['good', '2.6', '4.2'], ['best', '4.2', '5']].map(([code, from, to]) => ({ code, name: code, from, to, toInclusive: to === '5' })),
    },
    snapshot: { number: 1, hash: 'b'.repeat(64), engine: '1.0.0', registerHash: null },
    index: { exact: '2.9475', published: '2.95', self: '3.40' },
    predicate: { code: 'good', name: 'Good' },
    nodes: tree.flatMap(([code, weight, index, aspects]) => [
      node(code, 'domain', 0, weight, index, null), ...aspects.map(([aspect, part, value]) => node(aspect, 'aspect', 1, part, value, code)),
    ]),
    indicators,
    findings: [
      { node: 'A2', kind: 'strength', code: 'at-top', indicators: ['I13'] },
      { node: 'A5', kind: 'weakness', code: 'at-floor', indicators: ['I21', 'I22', 'I23', 'I24', 'I25', 'I26', 'I27', 'I28'] },
      { node: 'A5', kind: 'note', code: 'claim-lowered', indicators: ['I21', 'I22'] },
    ],
    recommendations: [{ indicator: 'I44', gain: '0.03' }, { indicator: 'I21', gain: '0.02' }],
    comparison: { group: 'Ministries', agencies: 34, rows: [{ node: null, mean: '2.68', best: '3.68' }, { node: 'A1', mean: '2.4', best: null }] },
    ...changes,
  };
}
