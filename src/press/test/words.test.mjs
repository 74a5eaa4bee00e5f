import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVoice, hubLanguages, isolate, languages, wordsOf } from '../report/words.mjs';

const variants = (message) => (typeof message === 'string' ? [message] : Object.entries(message).filter(([key]) => key !== 'by').map(([, text]) => text));
const placeholders = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort().join();
const categories = (language) => new Intl.PluralRules(language).resolvedOptions().pluralCategories;

for (const language of languages) {
  test(`words ${language}: the same keys as English, in the same order`, () => {
    assert.deepEqual(Object.keys(wordsOf(language)), Object.keys(wordsOf('en')));
  });
}

for (const language of hubLanguages) {
  test(`words ${language}: keys of English in the same order, with all that the hub's papers say`, () => {
    const keys = Object.keys(wordsOf(language));
    assert.deepEqual(keys, Object.keys(wordsOf('en')).filter((key) => keys.includes(key)));
    assert.deepEqual(Object.keys(wordsOf('en')).filter((key) => /^(brief|countries|slide|mark)\./.test(key)).filter((key) => !keys.includes(key)), []);
  });
}

for (const language of [...languages, ...hubLanguages]) {
  test(`words ${language}: the same placeholders in every sentence`, () => {
    for (const [key, message] of Object.entries(wordsOf(language))) {
      const expected = placeholders(variants(wordsOf('en')[key]).at(-1));
      for (const text of variants(message)) assert.equal(placeholders(text), expected, `${language} ${key}: ${text}`);
    }
  });

  test(`words ${language}: every plural has the language's own categories and no empty text`, () => {
    for (const [key, message] of Object.entries(wordsOf(language))) {
      for (const text of variants(message)) assert.ok(text.trim().length > 0, key);
      if (typeof message === 'string') continue;
      assert.deepEqual(Object.keys(message).filter((name) => name !== 'by').sort(), categories(language).sort(), `${language} ${key}`);
    }
  });
}

test('voice: figures and dates are written in the locale', () => {
  assert.equal(createVoice('ar-TN').fixed('2.95', 2), '2,95');
  assert.equal(createVoice('en').fixed('3', 2), '3.00');
  assert.equal(createVoice('id').date('2021-12-03'), '3 Desember 2021');
  assert.equal(createVoice('fr-TN').date('2021-12-03'), '3 décembre 2021');
});

test('voice: a figure keeps every digit it was given', () => {
  assert.equal(createVoice('en').fixed('2.675', 3), '2.675');
  assert.equal(createVoice('en').fixed('1.005', 3), '1.005');
});

test('voice: an unknown language and a missing value are errors', () => {
  assert.throws(() => createVoice('xx'), RangeError);
  assert.throws(() => createVoice('en').say('nav.page', { page: '1' }), RangeError);
});

test('isolate: Latin inside Arabic and Arabic inside Latin are closed off, a composed value runs as the document', () => {
  assert.equal(isolate('I11', true), '\u2066I11\u2069');
  assert.equal(isolate('وزارة', false), '\u2067وزارة\u2069');
  assert.equal(isolate('\u2066I1\u2069 و\u2066I2\u2069', true), '\u2067\u2066I1\u2069 و\u2066I2\u2069\u2069');
  assert.equal(isolate('plain', false), 'plain');
});
