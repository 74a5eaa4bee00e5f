import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCoverage } from '../fonts.mjs';
import { papers } from '../papers.mjs';
import { createSanitiser } from '../sanitise.mjs';
import { RefusedError } from '../shape.mjs';
import { createTypesetter } from '../typesetter.mjs';
import { samplePapers } from './sample-papers.mjs';

const coverage = readCoverage();
const typesetter = createTypesetter();
const compose = (kind, document) => papers[kind].compose(createSanitiser(coverage).deep(document), 'ua1');
const draw = (kind, document) => typesetter.draw(papers[kind].template, compose(kind, document));
const theme = (changes) => samplePapers.comparison({ locale: 'en-GB', ...changes });

function only(code, changes) {
  const document = theme(changes);
  const [one] = document.themes;
  return { ...document, themes: [{ ...one, questions: one.questions.filter((question) => question.code === code) }] };
}

/** Width, height and whether it is a PNG, from the head of the file. */
const sizeOf = (png) => [png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)];

for (const locale of ['en-GB', 'id', 'ar-TN', 'fr-TN', 'ko-KR']) {
  test(`slide ${locale}: a theme, a question and a country are one picture of 1920 by 1080, the same bytes twice`, async () => {
    for (const [kind, document] of [['comparison-slide', theme({ locale })], ['comparison-slide', only('C2', { locale })], ['country-slide', samplePapers.brief({ locale })]]) {
      const png = draw(kind, document);
      assert.deepEqual(sizeOf(png), ['PNG', 1920, 1080]);
      assert.ok(png.equals(draw(kind, document)));
      await typesetter.tidy();
    }
  });
}

test('slide: shares are those of the comparison, what is hidden or missing is said and has no bar', () => {
  const [c1, c2, c7] = compose('comparison-slide', theme()).panels;
  assert.deepEqual(c2.rows.map((row) => [row.name.text, row.count, row.shares && row.labels]), [
    ['Indonesia', 'n = 40', ['20 %', '20 %', '20 %', '20 %', '20 %']], ['Serbia', 'n = 20', ['25 %', '25 %', '0 %', '50 %', '0 %']], ['Tunisia', 'n = 30', null],
  ]);
  assert.deepEqual(c2.rows[2].parts, ['…', '20 % (6)', '27 % (8)', '40 % (12)', '…']);
  assert.deepEqual([c1.rows[1].none, c1.legend], ['not shared, or hidden', ['Levels 1-2', 'Level 3', 'Levels 4-5']]);
  assert.deepEqual([c7.rows, c7.none], [[], 'Fewer than two countries can show this.']);
});

test('slide: one question also says what changed and why care is needed', () => {
  const view = compose('comparison-slide', only('C1'));
  assert.equal(view.heading.text, 'Internal rules');
  assert.deepEqual(view.panels[0].rows.map((row) => row.change), ['12 · 20 · …', null, 'series broken after 2025']);
  assert.match(view.panels[0].reasons, /^≈ Tunisia: the instrument asks something similar/);
  assert.equal(compose('comparison-slide', theme()).panels[0].rows[0].change, null);
});

test('slide: it carries the terms of every country on it, and of no other', () => {
  const view = compose('comparison-slide', theme());
  assert.deepEqual(view.terms.map((line) => line.slice(0, line.indexOf(':'))), ['Indonesia', 'Serbia', 'Tunisia']);
  assert.equal(view.terms[0], 'Indonesia: dgcc-2026 (version cccccccc), round 2026, agencies 40, verified 100 %; data of 12 November 2026; agreement: No. 3, until 31 December 2027');
  assert.match(view.notes, /The instruments differ\. .*Counts below 5 are hidden.*never a zero/);
});

test('slide: the country\'s says the same as its brief', () => {
  const view = compose('country-slide', samplePapers.brief({ locale: 'en-GB' }));
  assert.deepEqual([view.index.mean, view.index.of, view.index.distribution.rows.map((row) => row.count)], ['2.91', 'n = 40', ['… (hidden)', '15', '… (hidden)', '17', '0']]);
  assert.equal(view.terms[0], 'Indonesia: spbe-2020 (version cccccccc), round 2026, agencies 39, verified 100 %; data of 20 November 2026; agreement: No. 3, until 31 December 2027');
  assert.throws(() => compose('country-slide', samplePapers.brief({ locale: 'en', level: 'participation', national: null })), RefusedError);
});

test('slide: from right to left a Latin figure keeps its sides', () => {
  const view = compose('comparison-slide', theme({ locale: 'ar-TN' }));
  assert.equal(view.dir, 'rtl');
  assert.match(view.panels[0].rows[0].count, /^\u2066n = .*40.*\u2069$/);
  assert.equal(view.panels[0].rows[0].name.text, 'إندونيسيا');
});

test('slide: without a theme there is none', () => {
  assert.throws(() => compose('comparison-slide', theme({ themes: [] })), RefusedError);
});
