// PDF/UA-1 and PDF/A-2a refuse a whole document over one character they cannot map back to text.
// Nobody's report may fail over an emoji, so every string passes here before it is set.
const replacement = '\uFFFD';
const longToken = 40;
const piece = 20;

const invisible = (point) =>
  (point >= 0x202a && point <= 0x202e) || // embeddings and overrides: they would turn the text around them
  (point >= 0x2066 && point <= 0x2069) || // isolates: the press sets its own, in pairs
  (point >= 0xfe00 && point <= 0xfe0f) || // variation selectors
  (point >= 0xe0000 && point <= 0xe0fff) || // tags
  point === 0x00ad || point === 0x2060 || point === 0xfeff || point === 0x200b ||
  (point >= 0x206a && point <= 0x206f) || (point >= 0xfff9 && point <= 0xfffb);

const forbidden = (point) =>
  (point >= 0xd800 && point <= 0xdfff) || // lone surrogates
  (point >= 0xe000 && point <= 0xf8ff) || point >= 0xf0000 || // private use
  (point >= 0xfdd0 && point <= 0xfdef) || (point & 0xfffe) === 0xfffe; // noncharacters

const joiner = (point) => point === 0x200c || point === 0x200d;
const letter = /[\p{L}\p{M}]/u;
const control = /\p{Cc}/u;

/** A cleaner over what the fonts cover; counts what it replaced so that the press can log it. */
export function createSanitiser(coverage) {
  const notes = { replaced: 0, removed: 0, broken: 0 };
  const draws = (point) => point === 0x20 || point === 0x0a || point === 0xa0 || coverage.has(point);

  function clean(value) {
    if (plain.test(value)) return breakTokens(value.normalize('NFC'), notes);
    let out = '';
    let before = '';
    const characters = [...value.replace(/\r\n?/g, '\n').normalize('NFC')];
    for (let i = 0; i < characters.length; i++) {
      const character = characters[i];
      const point = character.codePointAt(0);
      let kept = character;
      if (point === 0x09 || point === 0x2028 || point === 0x2029) kept = ' ';
      else if (point === 0x0a) kept = '\n';
      else if (invisible(point) || control.test(character)) kept = '';
      else if (joiner(point)) kept = letter.test(before) && letter.test(characters[i + 1] ?? '') ? character : '';
      else if (forbidden(point) || !draws(point)) kept = replacement;
      if (kept === '') notes.removed++;
      if (kept === replacement && character !== replacement) notes.replaced++;
      out += kept;
      before = character;
    }
    return breakTokens(out, notes);
  }

  function deep(value) {
    if (typeof value === 'string') return clean(value);
    if (Array.isArray(value)) return value.map(deep);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deep(inner)]));
  }

  return { clean, deep, notes };
}

const hash = /^[0-9a-f]{64}$/;
const plain = /^[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u00ff\u0620-\u064a\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*$/u;

// A word that no line can hold runs off the page: zero width spaces let it break.
function breakTokens(text, notes) {
  if (text.length <= longToken) return text;
  return text.replace(new RegExp(`\\S{${longToken + 1},}`, 'gu'), (token) => {
    if (hash.test(token)) return token;
    notes.broken++;
    const characters = [...token];
    const pieces = [];
    for (let i = 0; i < characters.length; i += piece) pieces.push(characters.slice(i, i + piece).join(''));
    return pieces.join('\u200b');
  });
}

/** The second try when the typesetter still refuses: letters, marks, digits, plain punctuation. */
export function reduceDeep(value) {
  if (typeof value === 'string') return value.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{Zs}\p{Sm}\p{Sc}\n\u200b]/gu, '?');
  if (Array.isArray(value)) return value.map(reduceDeep);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reduceDeep(inner)]));
}
