import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCoverage } from '../fonts.mjs';
import { papers } from '../papers.mjs';
import { createSanitiser } from '../sanitise.mjs';
import { RefusedError } from '../shape.mjs';
import { createTypesetter } from '../typesetter.mjs';
import { ofTheHub, samplePapers } from './sample-papers.mjs';

const coverage = readCoverage();
const typesetter = createTypesetter();
const set = (kind, document, variant) => typesetter.set(papers[kind].template, papers[kind].compose(createSanitiser(coverage).deep(document), variant), variant);

for (const [kind, sample] of Object.entries(samplePapers)) {
  for (const locale of ['en', 'id', 'ar-TN', 'fr-TN', ...(ofTheHub.includes(kind) ? ['ko-KR'] : [])]) {
    test(`${kind} ${locale}: both standards take it, the same bytes twice`, async () => {
      for (const variant of ['ua1', 'a2a']) {
        const first = set(kind, sample({ locale }), variant);
        assert.equal(first.toString('latin1', 0, 5), '%PDF-');
        assert.ok(first.equals(set(kind, sample({ locale }), variant)));
        await typesetter.tidy();
      }
    });
  }

  test(`${kind}: made-up data and drafts are marked`, () => {
    const { marks } = papers[kind].compose(sample({ synthetic: true, draft: true }), 'ua1');
    assert.equal(marks.length, 2);
    assert.deepEqual(papers[kind].compose(sample(), 'ua1').marks, []);
  });

  test(`${kind}: texts of strangers are set as they are`, () => {
    const hostile = JSON.parse(JSON.stringify(sample()), (key, value) => (typeof value === 'string' && /name|text|note|statement|reason/i.test(key) ? `#eval("1") $x$ *b* <a> \u202E${value} 👩‍👩‍👧 ${'w'.repeat(300)}` : value));
    assert.ok(set(kind, hostile, 'a2a').length > 1000);
  });

  test(`${kind}: what is missing is named by its path`, () => {
    assert.throws(() => papers[kind].compose(sample({ issuedOn: 'soon' }), 'ua1'), (error) => error instanceof RefusedError && /document\.issuedOn/.test(error.message));
    assert.throws(() => papers[kind].compose({ locale: 'en' }, 'ua1'), RefusedError);
  });
}

test('certificate: a name of any length leaves it one page', () => {
  const pages = (document) => set('certificate', document, 'ua1').toString('latin1').match(/\/Type ?\/Page\b/g)?.length;
  const long = samplePapers.certificate();
  long.winner = { name: 'Directorate General of Everything and '.repeat(7), other: 'الإدارة العامة لكل شيء '.repeat(9) };
  assert.equal(pages(samplePapers.certificate()), 1);
  assert.equal(pages(long), 1);
});

const pagesOf = (kind, document) => set(kind, document, 'ua1').toString('latin1').match(/\/Type ?\/Page\b/g)?.length;

test('slides: a title, one for each category and a closing, however many and long the names are', () => {
  const slides = samplePapers['winners-slides'];
  const many = (count, name) => ({ ...slides(), categories: [{ name: 'Everything and '.repeat(20), decimals: 2, winners: Array.from({ length: count }, (_, at) => ({ name, other: null, level: 'Gold', rank: at + 1, value: '4.2', shared: false })) }] });
  assert.equal(pagesOf('winners-slides', slides()), 5);
  for (const [count, length] of [[1, 7], [3, 7], [10, 4], [24, 7], [60, 7]]) assert.equal(pagesOf('winners-slides', many(count, 'Directorate General of Everything and '.repeat(length))), 3, `${count} winners`);
});

test('slides: levels, ranks and shared prizes are told, figures in the locale', () => {
  const { categories } = papers['winners-slides'].compose(samplePapers['winners-slides']({ locale: 'id' }), 'ua1');
  assert.deepEqual(categories[0].winners.map(({ place, value }) => [place, value]), [['Gold', '4,46'], ['Silver, bersama', '4,20'], ['Silver, bersama', '4,20']]);
  assert.deepEqual(categories[1].winners.map(({ place, value }) => [place, value]), [[null, null]]);
  assert.equal(categories[2].none, 'Tidak ada hadiah dalam kategori ini.');
});

test('national report: signs keep their side in an Arabic line, agencies stand once in the list of the decree', () => {
  const view = papers['national-report'].compose(samplePapers['national-report']({ locale: 'ar-TN' }), 'ua1');
  assert.equal(view.change.table.rows[0][4], '\u2066+0,22\u2069');
  assert.deepEqual(view.decree.rows.map((row) => row[0]), ['1', '2', '3']);
  assert.equal(view.profiles.flatMap((group) => group.rows).length, 3);
});

test('national report for everybody: nothing of those inside, and no column that would be empty', () => {
  const open = samplePapers['national-report']({ open: true, ofTheNamed: true, participants: 9, sensitivity: null, unmet: [] });
  for (const { figures } of [open.whole, ...open.groups, ...open.regions]) [figures.gap, figures.change.all, figures.change.nodes] = [null, null, []];
  for (const agency of open.agencies) [agency.self, agency.low, agency.high] = [null, 0, 0];
  const view = papers['national-report'].compose(open, 'ua1');
  assert.deepEqual([view.unmet, view.gap, view.change.areas], [null, null, null]);
  assert.deepEqual([view.profiles[0].columns.length, view.profiles[0].rows[0].length, view.change.table.columns.length, view.change.table.rows[0].length], [5, 5, 5, 5]);
  assert.deepEqual(view.summary.sentences.slice(0, 2), ['4 agencies are named in round 2026. The mean of their indices is 2.91, “Good”.', '6 agencies of the round are not named here.']);
  assert.equal(view.groups.table.rows[0][0], 'Named agencies');
  assert.ok(set('national-report', open, 'ua1').length > 1000);
});

const brief = samplePapers.brief;
const composeBrief = (changes) => papers.brief.compose(brief({ locale: 'en-GB', ...changes }), 'ua1');

test('brief: agreement, data date, version and what was hidden are on it, hidden figures are never zero', () => {
  const view = composeBrief({ instrument: { ...brief({}).instrument, title: 'Instrument' } });
  assert.deepEqual(view.facts.map((row) => row[1]), ['2026, Evaluation', '20 November 2026, version 2', 'Instrument (spbe-2020)', 'By group and region', { hash: 'c'.repeat(12) }, 'No. 3, until 31 December 2027']);
  assert.deepEqual(view.index.distribution.rows.map((row) => [row.count, row.share === null]), [['… (hidden)', true], ['15', false], ['… (hidden)', true], ['17', false], ['0', false]]);
  assert.deepEqual([view.index.mean, view.index.of], ['2.91', 'n = 40']);
  assert.match(view.change.text, /^Since round 2025, agencies in both rounds: 38\. Index up: 20; same: … \(hidden\); down: … \(hidden\)\. Difference of their mean: −0\.13\.$/);
  assert.match(view.suppression.text, /^Counts below 5 are hidden.* Hidden figures in this round: 6\./);
  assert.deepEqual(view.rounds.rows.map((row) => [row.cells[2], row.broken]), [['2.91', false], ['… (hidden)', true], ['no figures shared', false]]);
  assert.equal(composeBrief({ agreement: null }).facts[5][1], 'default level, no agreement');
});

test('brief: without results it says why, with one round there is no list of rounds', () => {
  const level = (name) => composeBrief({ level: name, national: null, awards: null, rounds: [] });
  assert.equal(level('participation').none, 'At this level no results are shared.');
  assert.match(level('national').none, /embargo/);
  assert.deepEqual(['index', 'areas', 'change', 'rounds', 'awards'].map((part) => level('national')[part]), [null, null, null, null, null]);
});

test('brief: a break in the series is told instead of a change', () => {
  const change = { round: '2023', comparable: false, both: null, up: null, same: null, down: null, difference: null };
  assert.match(composeBrief({ national: { ...brief({}).national, change } }).change.text, /^Round 2023 used another instrument or version/);
});

test('brief: the country is named in the language of the paper, its own name below', () => {
  assert.deepEqual([composeBrief({ locale: 'ko-KR' }).country.name.text, composeBrief({ locale: 'ko-KR' }).country.other.text], ['인도네시아', 'Negara Contoh – بلد']);
  assert.equal(composeBrief({ country: { code: '1x', name: null, other: null } }).country.name.text, '1x');
});

test('brief: it is one page with the longest lists and names', () => {
  const name = 'Directorate of Everything and '.repeat(6);
  const { national, rounds, awards } = brief({});
  const long = (locale) => brief({
    locale, country: { code: 'ID', name, other: name }, instrument: { code: 'i'.repeat(40), title: name, hash: 'c'.repeat(64), decimals: 2 },
    national: { ...national, reason: name, predicates: Array.from({ length: 9 }, () => ({ name, count: null })), areas: Array.from({ length: 20 }, () => ({ name, mean: null })) },
    rounds: Array.from({ length: 5 }, () => ({ ...rounds[1], agreement: null, instrument: 'i'.repeat(40) })), awards: Array.from({ length: 6 }, () => ({ ...awards[0], name })),
  });
  for (const locale of ['en', 'ko-KR', 'ar-TN', 'fr-TN', 'id']) assert.equal(pagesOf('brief', long(locale)), 1, locale);
  assert.equal(pagesOf('brief', brief({ level: 'participation', national: null, awards: null, rounds: [] })), 1);
});

test('brief: another paper is not set in the language that only the hub has', () => {
  assert.throws(() => papers.consent.compose(samplePapers.consent({ locale: 'ko-KR' }), 'ua1'), RangeError);
});
