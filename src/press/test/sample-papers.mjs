import { comparisonParts } from './sample-comparison.mjs';

// One document of every kind beside the agency report, in the shapes the worker is given.
const common = (changes) => ({
  locale: 'en', tenant: { name: 'Republic of Example', accent: '#0b5d7a', logo: { mediaType: 'image/svg+xml', data: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>').toString('base64') } },
  register: { number: 'EX-2026-000123-8', address: 'https://assess.example.org/example/verify/EX-2026-000123-8', qr: { size: 3, path: 'M0 0h1v1h-1z' } },
  issuedOn: '2026-11-20', synthetic: false, draft: false, ...changes,
});
const assessment = {
  agency: { name: 'Ministry of Examples – وزارة الأمثلة' }, round: '2026', instrument: 'Example instrument',
  signOff: { byName: 'Siti Rahma', on: '2026-10-12', statement: 'We have checked these answers.\n\nWe consent.' }, snapshot: { hash: 'a'.repeat(64), reference: 'A1B2-C3D4-E5F6' },
};
const award = { name: 'Digital Government Award', year: '2026', category: 'Highest index among ministries', prize: 'Gold', citation: null };
const figure = (index) => ({ index });
const view = { count: 3, countBefore: 2, mean: figure('2.80'), meanBefore: figure('2.60'), difference: '0.22' };

const figures = (count) => ({
  count, mean: figure('2.91'), nodes: [figure('2.00'), null],
  box: { lowest: figure('1.00'), lower: figure('2.00'), median: figure('2.90'), upper: figure('3.10'), highest: figure('5.00') },
  predicates: [{ code: 'fair', count: 1 }, { code: 'good', count: count - 1 }],
  gap: { count, self: figure('3.20'), external: figure('2.80'), difference: '-0.40', higher: 1, lower: 0 },
  change: { all: view, panel: view, nodes: ['0.10', null], rose: 1, fell: 1, stayed: 0 },
});
const group = (code, count) => ({ code, name: `Group ${code}`, figures: figures(count), shares: ['33.3', '66.7'] });
const agency = (name, code, rank, groupRank) => ({ name, group: code, index: '2.95', predicate: 'good', nodes: ['2.00', null], self: '3.10', change: '-0.05', rank, low: rank, high: rank + 2, groupRank });

/** Papers that Korea reads: also in Korean. */
export const ofTheHub = ['brief', 'comparison'];

export const samplePapers = {
  certificate: (changes) => ({ ...common(changes), award, winner: { name: 'Ministry of Examples', other: 'وزارة الأمثلة' }, place: 'Jakarta', signatures: [{ name: 'Dr. A', title: 'Minister' }, { name: '김민수', title: 'Center' }] }),
  'winners-slides': (changes) => ({
    ...common(changes), award: { name: award.name, year: award.year },
    categories: [
      { name: 'Highest index among ministries', decimals: 2, winners: [
        { name: 'Ministry of Examples', other: 'وزارة الأمثلة', level: 'Gold', rank: 1, value: '4.456', shared: false }, { name: 'Second', other: null, level: 'Silver', rank: 2, value: '4.2', shared: true },
        { name: 'Third', other: null, level: 'Silver', rank: 2, value: '4.2', shared: true }] },
      { name: 'Greatest increase', decimals: 2, winners: [{ name: 'City', other: null, level: null, rank: null, value: null, shared: false }] },
      { name: 'Nobody', decimals: 2, winners: [] },
    ],
  }),
  // The hub's: it has no register, and what it prints is not its own.
  brief: (changes) => ({
    ...common({}), register: null, country: { code: 'ID', name: null, other: 'Negara Contoh – بلد' }, round: '2026', cycle: 'evaluation', version: 2, level: 'areas', agreement: { number: 3, endsOn: '2027-12-31' },
    instrument: { code: 'spbe-2020', title: 'Example instrument – أداة', hash: 'c'.repeat(64), decimals: 2 },
    participation: { agencies: 40, submitted: 40, reviewed: 39, published: 39, dueOn: '2026-08-31', nationalOn: '2026-11-12' },
    national: {
      number: 2, reason: 'A sum was wrong.', agencies: 39, mean: '2.912', meanOf: 40, verified: 39,
      predicates: [{ name: 'Poor', count: null }, { name: 'Fair', count: 15 }, { name: 'Good', count: null }, { name: 'Very good', count: 17 }, { name: 'Excellent', count: 0 }],
      areas: [{ name: 'Policy', mean: '2.5' }, { name: 'Governance', mean: null }, { name: 'Management', mean: '1.2' }, { name: 'Services', mean: '3.61' }],
      change: { round: '2025', comparable: true, both: 38, up: 20, same: null, down: null, difference: '-0.125' },
    },
    awards: [{ name: 'Digital Government Award', on: '2026-11-15', categories: 3, winners: 9 }],
    rounds: [
      { round: '2026', instrument: 'spbe-2020', decimals: 2, hasNational: true, mean: '2.912', meanOf: 40, level: 'areas', agreement: { number: 3 }, broken: false },
      { round: '2025', instrument: 'spbe-2020', decimals: 2, hasNational: true, mean: null, meanOf: null, level: 'national', agreement: { number: 1 }, broken: true },
      { round: '2023', instrument: 'spbe-2018', decimals: 1, hasNational: false, mean: null, meanOf: null, level: 'participation', agreement: null, broken: false },
    ],
    suppression: { threshold: 5, hidden: 6 }, ...changes,
  }),
  comparison: (changes) => ({ ...common({}), register: null, ...comparisonParts, ...changes }),
  minutes: (changes) => ({ ...common(changes), ...assessment, decimals: 2, self: '3.19', levels: [{ code: 'I1', name: 'First', level: '3' }, { code: 'I2', name: 'Second', level: null }] }),
  consent: (changes) => ({ ...common(changes), ...assessment, indicators: 47 }),
  'interview-minutes': (changes) => ({ ...common(changes), ...assessment, topics: [{ code: 'I1', name: 'First', self: '4', level: '3', note: 'Show the decree.' }] }),
  'jury-record': (changes) => ({
    ...common(changes), award, decimals: 2, jurors: [{ name: 'Prof. A', recused: [] }, { name: 'Dr. B', recused: [{ name: 'Ministry of Examples', reason: 'My brother leads it.' }, { name: 'Second', reason: null }] }],
    criteria: [{ name: 'Novelty', weight: '30' }, { name: 'Use', weight: '70' }], agreement: [{ panel: 'Everybody', jurors: 2, concordance: '0.75', difference: null }],
    ranking: [{ rank: 1, name: 'Ministry of Examples', value: '3.456', prize: 'Gold' }, { rank: 2, name: 'Second', value: null, prize: null }], decisions: [{ kind: 'withhold', name: 'Second', reason: 'Equal on every step.' }],
  }),
  'national-report': (changes) => ({
    ...common(changes), round: '2026', cycle: 'evaluation', reason: null,
    instrument: {
      code: 'example', title: 'Example instrument', legalBasis: null, hash: 'c'.repeat(64), decimals: 2, floor: '1', ceiling: '5',
      predicates: [{ code: 'fair', name: 'Fair', from: '1', to: '2.6', toInclusive: false }, { code: 'good', name: 'Good', from: '2.6', to: '5', toInclusive: true }],
    },
    source: { number: 1, hash: 'd'.repeat(64), engine: '1.0.0' }, participants: 4, unnamed: 1, open: false, ofTheNamed: false,
    nodes: [{ code: 'D1', name: 'Policy', tier: 'domain', depth: 1, weight: '100' }, { code: 'A1', name: 'Aspect', tier: 'aspect', depth: 2, weight: '100' }],
    whole: { figures: figures(4), shares: ['25', '75'], predicate: 'Good' }, groups: [group('ministry', 3), group('city', 1)], regions: [group('java', 2)],
    previous: { round: '2025', comparable: true }, history: [{ round: '2025', instrument: 'example', count: 2, mean: '2.60', comparable: true }, { round: '2024', instrument: 'old', count: 2, mean: '2.10', comparable: false }],
    sensitivity: { weightings: 5000, spread: '0.25' }, unmet: [{ text: 'A criterion that is not met.', indicator: 'I1', name: 'First', level: 3, agencies: 3, share: '75' }],
    agencies: [agency('Ministry of Examples', 'ministry', 1, 1), agency('وزارة الأمثلة', 'ministry', 2, 2), agency('City', 'city', 3, 1)],
    ...changes,
  }),
};
