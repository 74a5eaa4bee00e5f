import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { readCoverage } from '../fonts.mjs';
import { papers } from '../papers.mjs';
import { languages, hubLanguages } from '../report/words.mjs';
import { createSanitiser } from '../sanitise.mjs';
import { RefusedError } from '../shape.mjs';
import { createTypesetter } from '../typesetter.mjs';
import { everyReason } from './sample-comparison.mjs';
import { samplePapers } from './sample-papers.mjs';

const coverage = readCoverage();
const typesetter = createTypesetter();
const sample = (changes) => samplePapers.comparison({ locale: 'en-GB', ...changes });
const compose = (changes) => papers.comparison.compose(sample(changes), 'ua1');
const pagesOf = (document) => typesetter.set('comparison.typ', papers.comparison.compose(createSanitiser(coverage).deep(document), 'ua1'), 'ua1').toString('latin1').match(/\/Type ?\/Page\b/g).length;
const rowsOf = (view, code) => view.themes[0].questions.find((question) => question.head.code === code).rows;

test('comparison: shares and numbers are those given, a hidden one is said and has no bar', () => {
  const view = compose();
  assert.deepEqual(rowsOf(view, 'C2').map((row) => [row.name.text, row.count, row.parts, row.mean, row.shares === null]), [
    ['Indonesia', '40', ['20 % (8)', '20 % (8)', '20 % (8)', '20 % (8)', '20 % (8)'], '3.00', false],
    ['Serbia', '20', ['25 % (5)', '25 % (5)', '0 % (0)', '50 % (10)', '0 % (0)'], 'hidden', false],
    ['Tunisia', '30', ['hidden', '20 % (6)', '27 % (8)', '40 % (12)', 'hidden'], '2.90', true],
  ]);
  assert.deepEqual(rowsOf(view, 'C2')[1].shares, [0.25, 0.25, 0, 0.5, 0]);
});

test('comparison: missing is said in words, never a number', () => {
  const [indonesia, serbia, tunisia] = rowsOf(compose(), 'C1');
  assert.deepEqual([serbia.none, serbia.parts, serbia.count], ['not shared, or hidden', undefined, undefined]);
  assert.deepEqual([indonesia.similar, tunisia.similar, tunisia.parts], [false, true, ['33 % (10)', '50 % (15)', '17 % (5)']]);
});

test('comparison: change is up, same and down; a break names the round before', () => {
  const view = compose();
  assert.deepEqual(rowsOf(view, 'C1').map((row) => row.change), ['12 · 20 · …', undefined, 'series broken after 2025']);
  assert.deepEqual(rowsOf(view, 'C2').map((row) => row.change), ['12 · 20 · 8', 'no earlier round', 'series broken after 2025']);
});

test('comparison: every country says with what, when and on what ground', () => {
  const { terms, ground } = compose();
  assert.deepEqual(terms.rows.map((row) => row.country.text), ['Indonesia', 'Peru', 'Serbia', 'Tunisia', 'Uzbekistan']);
  assert.deepEqual(terms.rows[3].cells.slice(1), ['2026', 'final values', '30', '85 %', '18 of 20']);
  assert.deepEqual(terms.rows[2].cells.slice(3, 5), ['hidden', 'not known']);
  assert.equal(terms.rows[1].cells, null);
  assert.deepEqual(ground.rows[0].cells, ['12 November 2026, version 2', 'By group and region', 'No. 3, until 31 December 2027', '6 (counts below 5, and others with them)']);
  assert.equal(ground.rows[1].cells[2], 'default level, no agreement');
});

test('comparison: what may not be compared stands apart with its reason, and whom it leaves out is named', () => {
  const view = compose();
  assert.deepEqual(view.themes[0].apart.map((one) => [one.head.code, one.reasons]), [['C7', ['Fewer than two countries can show this.']]]);
  assert.deepEqual(view.leftOut.reasons, ['Uzbekistan: questions that can be shown: 7; needed: 12.']);
  assert.equal(view.badge.reasons[1], 'Not every value was verified by an assessor: Serbia and Tunisia.');
});

test('comparison: what an agency did stands in its own words, with its source, whoever was chosen', () => {
  const [roadmap, satisfaction] = compose().advice.questions;
  assert.equal(roadmap.says, 'Weak: Indonesia. Not shown: Serbia and Tunisia.');
  assert.deepEqual(roadmap.practices.map((one) => [one.agency.text, one.language, one.in]), [['Office for IT', null, null], ['وزارة الاتصالات', 'ar', 'Arabic']]);
  assert.equal(roadmap.practices[1].source, 'Kenya, round 2026 · 12 November 2026, version 1 · agreement: No. 7');
  assert.deepEqual(roadmap.practices[0].paragraphs.map((one) => one.text), ['One office keeps the roadmap.', 'Every ministry answers it once a quarter.']);
  assert.deepEqual([satisfaction.says, satisfaction.practices[0].language, satisfaction.practices[0].in], ['Not shown: Tunisia.', null, null]);
  assert.equal(compose({ locale: 'ko-KR' }).advice.questions[0].practices[1].source.startsWith('케냐'), true);
  assert.equal(compose({ advice: [] }).advice, null);
});

test('comparison: a text in another language says so to those who are read to', () => {
  const pdf = typesetter.set('comparison.typ', papers.comparison.compose(createSanitiser(coverage).deep(sample()), 'ua1'), 'ua1').toString('latin1');
  const parts = [...pdf.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, part]) => {
    try { return inflateSync(Buffer.from(part, 'latin1')).toString('latin1'); } catch { return ''; }
  });
  assert.ok(parts.some((part) => part.includes('/Lang (ar)')));
});

test('comparison: a series is a country beside itself, with a line of words at a break and no figure where none may be shown', () => {
  const { series } = compose();
  const [theme] = series.themes;
  assert.deepEqual([series.themes.length, theme.questions.map((one) => one.code)], [1, ['C1', 'C2']]);
  assert.deepEqual(theme.countries.map((one) => [one.name.text, one.rounds.map((round) => [round.round, round.breaks, round.instrument.code, round.instrument.mapping, round.verified])]), [
    ['Indonesia', [['2025', false, 'dgcc-2026', '1', 'not known']]], ['Tunisia', [['2024', false, 'spbe-2018', '2', '100 %'], ['2026', true, 'spbe-2020', '1', '85 %']]],
  ]);
  assert.deepEqual(theme.countries[1].rounds.map((round) => round.points), [
    [{ shares: [0.25, 0.5, 0.25], parts: '25 · 50 · 25', count: '20' }, null],
    [{ shares: [10 / 30, 15 / 30, 5 / 30], parts: '33 · 50 · 17', count: '30' }, { shares: null, parts: '… · 27 · …', count: '30' }],
  ]);
  assert.deepEqual(series.how.slice(1), ['Printed are the latest 6 rounds of each country; the workbook and the table of the series have all.', 'One round only, so no series: Serbia.']);
  assert.equal(compose({ series: null }).series, null);
});

test('comparison: the series of ten countries are two pages to a theme, and every country keeps its rounds together', () => {
  const document = sample();
  const countries = Array.from({ length: 10 }, (_, at) => ({ ...document.countries[0], id: `c${at}` }));
  const questions = document.themes[0].questions.map((one) => ({ ...one, badge: 'withCare', cells: [] }));
  const points = questions.map(({ code }) => ({ question: code, answered: 240, counts: [80, 100, 60] }));
  const rounds = countries.flatMap(({ id }) => Array.from({ length: 6 }, (_, at) => ({ ...document.series.rounds[0], country: id, round: `202${at}`, breaks: at === 3, points })));
  const long = { ...document, countries, reasons: [], leftOut: [], notes: [], patterns: [], peers: [], gaps: [], advice: [], themes: [{ ...document.themes[0], means: [], questions }] };
  for (const locale of ['en', 'ar-TN', 'ko-KR']) {
    const more = pagesOf({ ...long, locale, series: { ...document.series, rounds } }) - pagesOf({ ...long, locale, series: null });
    assert.ok(more <= 3, `${locale}: ${more} pages more`);
  }
});

test('comparison: nothing comparable leaves the reasons and the gaps', () => {
  const view = compose({ badge: 'notComparable', themes: [], patterns: [], peers: [], notes: [], series: null });
  assert.deepEqual([view.badge.word, view.themes, view.patterns, view.peers, view.notes, view.gaps.countries.length], ['Not comparable', [], null, null, null, 3]);
  assert.ok(pagesOf(sample({ badge: 'notComparable', themes: [], patterns: [], peers: [], notes: [], series: null })) > 0);
});

test('comparison: countries stand in the order of their names in the language of the paper', () => {
  assert.deepEqual(compose({ locale: 'ko-KR' }).terms.rows.map((row) => row.country.text), ['인도네시아', 'Peru', 'Serbia', 'Tunisia', 'Uzbekistan']);
  assert.equal(compose({ locale: 'ar-TN' }).terms.rows[0].country.text, 'إندونيسيا');
});

test('comparison: two of one name are told apart', () => {
  const [tunisia, indonesia] = sample().countries;
  const twins = [tunisia, { ...indonesia, country: { code: 'TN', name: 'Tunisia', other: null } }];
  assert.deepEqual(compose({ countries: [...twins, ...sample().countries.slice(2)] }).terms.rows.map((row) => row.country.text), ['Peru', 'Serbia', 'Tunisia (indonesia)', 'Tunisia (تونس)', 'Uzbekistan']);
});

for (const locale of [...languages, ...hubLanguages]) {
  test(`comparison ${locale}: every reason has its sentence`, () => {
    const { badge } = compose({ locale, reasons: everyReason });
    assert.equal(new Set(badge.reasons).size, everyReason.length);
  });
}

test('comparison: counts that are not as many as the levels, and strangers among the countries, are refused', () => {
  const [theme] = sample().themes;
  const withCell = (changes) => ({ themes: [{ ...theme, questions: [{ ...theme.questions[1], cells: [{ ...theme.questions[1].cells[0], ...changes }] }] }] });
  assert.throws(() => compose(withCell({ counts: [1, 2, 3] })), RefusedError);
  assert.throws(() => compose(withCell({ country: 'nowhere' })), RefusedError);
});

test('comparison: with ten countries of long names a question is on one page, or it breaks', () => {
  const name = 'Directorate of Everything and '.repeat(6);
  const document = sample();
  const countries = Array.from({ length: 10 }, (_, at) => ({ ...document.countries[0], id: `c${at}`, country: { code: 'TN', name: `${at} ${name}`, other: name } }));
  const [theme] = document.themes;
  const cells = countries.map(({ id }) => ({ ...theme.questions[1].cells[1], country: id }));
  const long = { ...document, countries, reasons: [], leftOut: [], notes: [], patterns: [], peers: [], gaps: [], advice: [], series: null, themes: [{ ...theme, means: [], questions: [{ ...theme.questions[1], cells }] }] };
  for (const locale of ['en', 'ar-TN', 'ko-KR']) assert.ok(pagesOf({ ...long, locale }) <= 6, `${locale}: ${pagesOf({ ...long, locale })}`);
});
