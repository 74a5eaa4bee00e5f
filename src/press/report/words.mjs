import { readFileSync } from 'node:fs';

const folder = new URL('../words/', import.meta.url);
export const languages = Object.freeze(['en', 'id', 'ar', 'fr']);
/** Only papers of the hub are set in these; their files hold the words of those papers and no others. */
export const hubLanguages = Object.freeze(['ko']);
const rightToLeft = new Set(['ar', 'fa', 'ur', 'he']);
const files = new Map([...languages, ...hubLanguages].map((language) => [language, JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8'))]));

export function wordsOf(language) {
  return files.get(language);
}

/** Sentences, figures and dates of one document language; locale is a BCP 47 tag such as "ar-TN". */
export function createVoice(locale) {
  const tag = Intl.getCanonicalLocales(locale)[0];
  const language = tag.split('-')[0];
  const messages = files.get(language);
  if (messages === undefined) throw new RangeError(`no words for the language "${language}"`);
  const rtl = rightToLeft.has(language);
  const plurals = new Intl.PluralRules(tag);
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' });

  // Formatters are dear to make: one of each kind per document.
  const free = new Intl.NumberFormat(tag, { maximumFractionDigits: 12, useGrouping: false });
  const rounded = new Map();
  const number = (value) => free.format(value);

  function fixed(value, decimals) {
    const known = rounded.get(decimals) ?? new Intl.NumberFormat(tag, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: false });
    rounded.set(decimals, known);
    return known.format(value);
  }

  function say(key, values = {}) {
    const message = messages[key];
    if (message === undefined) throw new RangeError(`no words for "${key}" in ${language}`);
    const text = typeof message === 'string' ? message : message[plurals.select(values[message.by])] ?? message.other;
    return text.replace(/\{(\w+)\}/g, (_, name) => {
      if (values[name] === undefined) throw new RangeError(`"${key}" needs {${name}}`);
      return isolate(typeof values[name] === 'number' ? number(values[name]) : values[name], rtl);
    });
  }

  return {
    tag, language, rtl, say, number, fixed,
    has: (key) => messages[key] !== undefined,
    list: (items) => list.format(items.map((item) => isolate(item, rtl))),
    date: (iso) => date.format(new Date(`${iso}T00:00:00Z`)),
    percent: (value) => `${number(value)} %`,
  };
}

const strongRight = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const nested = /[\u2066-\u2068]/u;
const strongLeft = /[\p{L}\p{N}]/u;

/** A value set into a sentence must not turn the words around it. A value made of isolated values (a list, a name
 * with its code) runs as the document does; a first strong isolate would not look into them and take it for Latin. */
export function isolate(text, rtl) {
  if (!(rtl ? strongLeft : strongRight).test(text)) return text;
  const right = nested.test(text) ? rtl : directionOf(text, rtl) === 'rtl';
  return `${right ? '\u2067' : '\u2066'}${text}\u2069`;
}

/** Direction of a text by its first strong letter; the document's own where it has none. */
export function directionOf(text, rtl) {
  for (const character of text) {
    if (strongRight.test(character)) return 'rtl';
    if (/\p{L}/u.test(character)) return 'ltr';
  }
  return rtl ? 'rtl' : 'ltr';
}
