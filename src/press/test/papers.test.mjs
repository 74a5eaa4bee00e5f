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
