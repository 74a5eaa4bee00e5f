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
const set = (kind, document, variant) => typesetter.set(papers[kind].template, papers[kind].compose(createSanitiser(coverage).deep(document), variant), variant);

for (const [kind, sample] of Object.entries(samplePapers)) {
  for (const locale of ['en', 'id', 'ar-TN', 'fr-TN']) {
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
