import { createContext } from '../comparison/context.mjs';
import { checkComparison } from '../comparison/input.mjs';
import { agreementText } from '../comparison/terms.mjs';
import { changeText, partText, sharesOf } from '../comparison/themes.mjs';
import { frameView } from '../frame.mjs';
import { clip, settle } from '../report/names.mjs';
import { expect } from '../shape.mjs';

const hashShown = 8;
const nameShown = 34;

/** One theme, or one question of it, as a picture that stands alone on a slide: with all that a figure must never be without. */
export function composeComparisonSlide(document) {
  checkComparison(document);
  expect(document.themes.length === 1 && document.themes[0].questions.length > 0, 'document.themes: one, with its questions');
  const [theme] = document.themes;
  const { voice, view, prose } = frameView(document, 'countries.title');
  const context = createContext(document, voice, prose);
  const { say } = voice;
  const isOne = theme.questions.length === 1;
  const [first] = theme.questions;
  return {
    ...view,
    heading: isOne ? prose(settle(first.name, first.code)) : prose(settle(theme.name, theme.code)),
    subtitle: isOne ? prose(first.text) : prose(theme.meaning),
    agencies: document.group ? say('countries.group', { group: context.name(document.group).text }) : say('countries.whole'),
    badge: { word: say(`countries.badge.${isOne ? first.badge : document.badge}`), kind: isOne ? first.badge : document.badge },
    panels: theme.questions.map((question) => panelView(question, theme, document, context, isOne)),
    columns: { share: say('countries.column.share'), change: isOne ? say('countries.change') : null },
    terms: context.countries.filter((one) => isDrawn(one.id, theme)).map((one) => termsLine(one, context)),
    notes: notesOf(document, context),
  };
}

const isDrawn = (id, theme) => theme.questions.some((question) => question.cells.some((cell) => cell.country === id));

function panelView(question, theme, document, context, isOne) {
  const { voice: { number }, prose, inOrder, reason } = context;
  return {
    code: question.code, name: isOne ? null : prose(settle(question.name, question.code)),
    none: question.cells.length === 0 ? question.reasons.map(reason).join(' ') : null,
    legend: question.inBands ? document.core.bands : theme.levels.map((level, at) => `${number(at + 1)} ${level}`),
    rows: inOrder(question.cells).map((cell) => rowView(cell, context, isOne)),
    reasons: isOne ? question.reasons.map(reason).join(' ') : null,
  };
}

function rowView(cell, context, isOne) {
  const { voice: { percent, say, rtl }, of, isHidden, count, prose } = context;
  const ltr = (text) => (rtl ? `\u2066${text}\u2069` : text);
  const name = prose(clip(of(cell.country).name.text, nameShown));
  if (cell.availability !== 'shown') return { name, none: context.availability(cell.availability), change: null };
  const shares = sharesOf(cell, isHidden);
  return {
    name, none: null, similar: cell.similar, count: ltr(say('brief.index.of', { count: count(cell.answered) })), shares,
    labels: shares && shares.map((share) => percent(Math.round(100 * share))),
    // Where a bar can't be drawn, its figures are said.
    parts: shares ? null : cell.counts.map((part) => (isHidden(part) ? '…' : partText(part, cell.answered, context))),
    change: isOne ? changeText(cell, context) : null,
  };
}

function termsLine({ name, terms }, { voice, count, isHidden }) {
  return voice.say('slide.terms', {
    country: name.text, instrument: terms.instrument, hash: terms.hash.slice(0, hashShown), round: terms.round, agencies: count(terms.agencies),
    verified: isHidden(terms.verified) ? voice.say('countries.unknown') : voice.percent(Number(terms.verified)), date: voice.date(terms.dataOn), agreement: agreementText(terms.agreement, voice),
  });
}

/** Of the whole comparison and of what is hidden; each ends with its own full stop. */
function notesOf(document, { voice: { say }, countries, reason }) {
  const thresholds = [...new Set(countries.filter((one) => one.terms).map((one) => one.terms.suppression.threshold))].sort((a, b) => a - b);
  return [...document.reasons.map(reason), say('slide.note', { threshold: thresholds.join(' / ') }), say('countries.footer')].join(' ');
}
