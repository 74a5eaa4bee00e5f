import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCoverage } from '../fonts.mjs';
import { createSanitiser, reduceDeep } from '../sanitise.mjs';

const coverage = readCoverage();
const clean = (text) => createSanitiser(coverage).clean(text);

test('coverage: knows letters of the four languages, not every code point', () => {
  for (const character of 'aéŠЖغ한😀→✓') assert.ok(coverage.has(character.codePointAt(0)), character);
  assert.ok(!coverage.has(0x12000));
});

test('sanitise: control characters go, line ends and tabs stay readable', () => {
  assert.equal(clean('a\u0000b\u0007c\td\r\ne\rf'), 'abc d\ne\nf');
});

test('sanitise: an emoji sequence falls apart into emoji the font has', () => {
  assert.equal(clean('👩‍👩‍👧 ok ❤️'), '👩👩👧 ok ❤');
});

test('sanitise: direction overrides and isolates of others are removed, marks of a script stay', () => {
  assert.equal(clean('\u202E59.2\u202C \u2067x\u2069'), '59.2 x');
  assert.equal(clean('می\u200cخواهم'), 'می\u200cخواهم');
  assert.equal(clean('a\u200d'), 'a');
});

test('sanitise: what no font draws becomes a replacement character and is counted', () => {
  const sanitiser = createSanitiser(coverage);
  assert.equal(sanitiser.clean('x\u{12000}\uE000\uFFFE\uD800y'), 'x\uFFFD\uFFFD\uFFFD\uFFFDy');
  assert.equal(sanitiser.notes.replaced, 4);
});

test('sanitise: a word no line can hold gets places to break, a hash does not', () => {
  const broken = clean('w'.repeat(20000));
  assert.equal(broken.replaceAll('\u200b', '').length, 20000);
  assert.ok(Math.max(...broken.split('\u200b').map((part) => part.length)) <= 20);
  assert.equal(clean('a'.repeat(64)), 'a'.repeat(64));
});

test('sanitise: text is composed (NFC), markup is left as it is', () => {
  assert.equal(clean('e\u0301'), 'é');
  assert.equal(clean('#eval("1") $x$ <script> *b*'), '#eval("1") $x$ <script> *b*');
});

test('sanitise: reaches every string of a document and nothing else', () => {
  assert.deepEqual(createSanitiser(coverage).deep({ a: ['\u0001x', 3, null, { b: true, c: '\u202Ey' }] }), { a: ['x', 3, null, { b: true, c: 'y' }] });
});

test('reduce: the second try keeps words of any script', () => {
  assert.deepEqual(reduceDeep(['الدرجة 2,95 ✓', 4]), ['الدرجة 2,95 ?', 4]);
});
