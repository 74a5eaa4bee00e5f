import assert from 'node:assert/strict';
import { test } from 'node:test';
import { palette } from '../report/colour.mjs';
import { composeReport } from '../report/compose.mjs';
import { RefusedError } from '../report/input.mjs';
import { languages } from '../report/words.mjs';
import { sampleDocument } from './sample.mjs';

const plain = (text) => text.replace(/[\u2066-\u2069]/g, '');
const area = (view, code) => view.findings.areas.find((entry) => entry.code === code);

for (const locale of languages) {
  test(`report ${locale}: everything is said, nothing is left open`, () => {
    const view = JSON.stringify(composeReport(sampleDocument({ locale }), 'ua1'));
    assert.doesNotMatch(view, /undefined|NaN|\{(count|list|index|indicators)\}/);
  });
}

test('report: all 47 indicators appear in the list of levels and one by one', () => {
  const view = composeReport(sampleDocument(), 'ua1');
  assert.equal(view.levels.rows.length, 47);
  assert.equal(view.indicators.areas.flatMap((entry) => entry.indicators).length, 47);
});

test('findings: one indicator is named with a singular verb, many as a range with a plural one', () => {
  const view = composeReport(sampleDocument(), 'ua1');
  assert.deepEqual(area(view, 'A2').strengths, ['Name of I13 (I13) has reached the highest level.']);
  assert.deepEqual(area(view, 'A5').weaknesses, ['I21–I28 are still at the lowest level.']);
});

test('findings: an area without any says so, in both columns', () => {
  const view = composeReport(sampleDocument(), 'ua1');
  assert.deepEqual(area(view, 'A4').strengths, ['No indicator of this area stands out as a strength.']);
  assert.deepEqual(area(view, 'A4').weaknesses, ['No indicator of this area stands out as a weakness.']);
});

test('findings: Arabic counts one, two and many', () => {
  const say = (indicators) => {
    const findings = [{ node: 'A5', kind: 'weakness', code: 'at-floor', indicators }];
    return plain(area(composeReport(sampleDocument({ locale: 'ar-TN', findings }), 'ua1'), 'A5').weaknesses[0]);
  };
  assert.match(say(['I21']), /^ما زال المؤشر /);
  assert.match(say(['I21', 'I22']), /^ما زال المؤشران /);
  assert.match(say(['I21', 'I22', 'I23']), /^ما زالت المؤشرات I21–I23 /);
});

test('findings: a contradiction is refused', () => {
  const findings = [
    { node: 'A2', kind: 'strength', code: 'high', indicators: ['I13'] },
    { node: 'A2', kind: 'weakness', code: 'low', indicators: ['I13'] },
  ];
  assert.throws(() => composeReport(sampleDocument({ findings }), 'ua1'), RefusedError);
});

test('summary: tells the index, the claim, the best and the weakest areas', () => {
  const { sentences } = composeReport(sampleDocument(), 'ua1').summary;
  assert.equal(sentences[0], 'Ministry of Examples reached an index of 2.95 in Evaluation 2021. The predicate is “Good”.');
  assert.match(sentences[1], /^The agency had rated itself at 3\.40;/);
  assert.ok(sentences.includes('Highest result: Name of A7 (A7) (3.90).'));
  assert.ok(sentences.includes('Lowest result: Name of A5 (A5) and Name of A6 (A6) (1.00).'));
});

test('free text: its own direction is kept beside it', () => {
  const document = sampleDocument({ locale: 'ar-TN' });
  document.indicators[0].explanation = 'L’arrêté de 2020';
  const [first, second] = composeReport(document, 'ua1').indicators.areas[0].indicators;
  assert.equal(first.reason.dir, 'ltr');
  assert.equal(second.reason.dir, 'ltr');
  assert.equal(composeReport(sampleDocument({ locale: 'ar' }), 'ua1').dir, 'rtl');
});

test('input: what is wrong is named by its path', () => {
  assert.throws(() => composeReport(sampleDocument({ publishedOn: 'soon' }), 'ua1'), /document\.publishedOn/);
  assert.throws(() => composeReport(sampleDocument({ index: { exact: 2.95, published: '2.95', self: null } }), 'ua1'), /document\.index\.exact/);
  assert.throws(() => composeReport(sampleDocument({ recommendations: [{ indicator: 'I99' }] }), 'ua1'), /I99/);
});

test('colour: any accent becomes dark enough for white text', () => {
  assert.equal(palette('#ffe600').base === '#ffe600', false);
  assert.equal(palette('#0b5d7a').base, '#0b5d7a');
});

test('names: an empty one becomes its code, a book of one is clipped, free text is not', () => {
  const document = sampleDocument();
  document.indicators[0] = { ...document.indicators[0], name: ' \n ', explanation: 'x '.repeat(5000) };
  document.agency = { name: 'w '.repeat(5000), group: null };
  const view = composeReport(document, 'ua1');
  const [first] = view.indicators.areas[0].indicators;
  assert.equal(first.name, 'I1');
  assert.equal(first.reason.text.length, 10000);
  assert.equal(view.agency.text.length, 300);
  assert.equal(view.running.agency.text.length, 90);
});
