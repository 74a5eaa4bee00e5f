import { check, expect, listOf, maybe, object, oneOf, RefusedError, text } from './shape.mjs';

// A space's own words and order for a kind of paper, in the language of the document. Figures, numbers and marks are not among them.
const look = {
  title: maybe(text), subtitle: maybe(text), foreword: maybe(text), footer: maybe(text),
  signature: maybe(object({ place: maybe(text), name: text, title: maybe(text) })),
  logo: maybe(object({ mediaType: oneOf('image/png', 'image/jpeg'), alt: text, data: (value) => text(value) && /^[A-Za-z0-9+/=\u200b]*$/.test(value) })),
  sections: maybe(listOf(text)),
};

const formats = { 'image/png': 'png', 'image/jpeg': 'jpg' };

/** What a template adds to a view; null for the look every paper has by itself. */
export function templateView({ template, issuedOn, publishedOn }, voice, prose) {
  if (template === undefined || template === null) return null;
  check(template, look, 'document.template');
  const { say } = voice;
  const { signature, logo } = template;
  const date = voice.date(issuedOn ?? publishedOn);
  return {
    title: template.title || null,
    subtitle: template.subtitle ? prose(template.subtitle) : null,
    foreword: template.foreword ? { title: say('section.foreword'), paragraphs: paragraphs(template.foreword).map(prose) } : null,
    footer: template.footer ? prose(template.footer) : null,
    signature: signature ? {
      dated: signature.place ? say('certificate.dated', { place: signature.place, date }) : date, name: prose(signature.name), title: signature.title ? prose(signature.title) : null,
    } : null,
    // The sanitiser gave the picture places to break, as to any long word.
    logo: logo ? { bytes: [...Buffer.from(logo.data.replaceAll('\u200b', ''), 'base64')], format: formats[logo.mediaType], alt: logo.alt } : null,
  };
}

const paragraphs = (value) => value.split(/\n+/).map((line) => line.trim()).filter(Boolean);

/** The sections of a paper in the order they are printed: all of them, unless a template chose. What a result rests on can't be left out. */
export function orderOf(template, known, required) {
  const chosen = template?.sections;
  if (chosen === undefined || chosen === null) return known;
  for (const name of chosen) expect(known.includes(name), `document.template.sections: "${name}"`);
  if (new Set(chosen).size !== chosen.length) throw new RefusedError('document.template.sections names a section twice');
  for (const name of required) expect(chosen.includes(name), `document.template.sections: "${name}", which every paper of this kind has`);
  return chosen;
}
