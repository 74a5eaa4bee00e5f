import { palette } from './report/colour.mjs';
import { verifyView } from './report/verify.mjs';
import { createVoice, directionOf } from './report/words.mjs';
import { templateView } from './template.mjs';

/** What every paper's template needs: language, direction, colours, logo, marks, date and the entry in the register. */
export function frameView(document, title) {
  const voice = createVoice(document.locale);
  const { say } = voice;
  const prose = (text) => ({ text, dir: directionOf(text, voice.rtl) });
  const template = templateView(document, voice, prose);
  return {
    voice, prose,
    view: {
      language: voice.language, region: new Intl.Locale(voice.tag).region ?? null, dir: voice.rtl ? 'rtl' : 'ltr',
      date: document.issuedOn.split('-').map(Number),
      colours: palette(document.tenant.accent),
      title: template?.title ?? say(title),
      tenant: document.tenant.name,
      logo: logoView(document.tenant),
      marks: marksOf(document, say),
      number: document.register ? { label: say('label.number'), hash: document.register.number } : null,
      verify: verifyView(document.register, say),
      page: pageParts(voice),
      template,
    },
  };
}

/** Said on every page of the paper. */
export function marksOf(document, say) {
  return [document.sample ? say('mark.sample') : null, document.draft ? say('mark.draft') : null, document.synthetic ? say('mark.synthetic') : null].filter(Boolean);
}

function logoView({ logo, name }) {
  if (!logo) return null;
  // The sanitiser gave it places to break, as to any long word.
  return { bytes: [...Buffer.from(logo.data.replaceAll('\u200b', ''), 'base64')], format: logo.mediaType === 'image/png' ? 'png' : 'svg', alt: name };
}

/** The page numbers are known to the typesetter only: it fills the gaps between these parts. */
export function pageParts(voice) {
  return voice.say('nav.page', { page: '\u0001', pages: '\u0002' }).replace(/[\u2066-\u2069]/g, '').split(/([\u0001\u0002])/)
    .map((part) => (part === '\u0001' ? 'page' : part === '\u0002' ? 'pages' : { text: part }));
}
