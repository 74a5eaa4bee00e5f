import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fontFaces } from '../fonts.mjs';

const fonts = await fontFaces(join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'node_modules'));

/** Whether a sheet has a font for every character. */
function covers(css, text) {
  const ranges = [...css.matchAll(/unicode-range:([^}]+)/g)].flatMap((rule) => rule[1].split(','))
    .map((range) => range.trim().replace(/^U\+/i, '').split('-').map((code) => Number.parseInt(code, 16)));
  return [...text].every((character) => ranges.some(([from, to = from]) => character.codePointAt(0) >= from && character.codePointAt(0) <= to));
}

test('the hub reads Korean, and no other page carries the rules for it', () => {
  assert.ok(covers(fonts.korean, '한국어로 된 디지털정부 협력센터'));
  assert.ok(!fonts.css.includes('Noto Sans KR'));
  assert.ok(covers(fonts.css, 'Pelayanan Évaluation تقييم Ўзбекистон'));
});

test('every file a rule names is there', () => {
  assert.ok(fonts.files.length > 100);
  assert.deepEqual(fonts.files.filter((file) => !existsSync(file.from)), []);
});
