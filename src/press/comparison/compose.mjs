import { frameView } from '../frame.mjs';
import { adviceView } from './advice.mjs';
import { createContext } from './context.mjs';
import { gapsView, notesView, patternsView, peersView } from './findings.mjs';
import { checkComparison } from './input.mjs';
import { seriesView } from './series.mjs';
import { groundView, termsView } from './terms.mjs';
import { themeView } from './themes.mjs';

/** What chosen countries share of the core, question by question. Nothing is added up and nobody is ranked. */
export function composeComparison(document) {
  checkComparison(document);
  const { voice, view, prose } = frameView(document, 'countries.title');
  const { say, list, date } = voice;
  const context = createContext(document, voice, prose);
  const may = document.themes.length > 0;
  return {
    ...view,
    name: list(context.countries.map((one) => one.name.text)),
    agencies: document.group ? say('countries.group', { group: context.name(document.group).text }) : say('countries.whole'),
    dated: say('countries.dated', { date: date(document.issuedOn) }),
    lead: say('countries.lead', { core: document.core.title, count: document.core.questions }),
    badge: { title: say('countries.badge'), word: say(`countries.badge.${document.badge}`), kind: document.badge, reasons: document.reasons.map(context.reason), closing: say('countries.badge.noTotal') },
    leftOut: document.leftOut.length > 0 ? { title: say('countries.leftOut'), reasons: document.leftOut.map(context.reason), how: say('countries.leftOut.how') } : null,
    terms: termsView(document, context), ground: groundView(context),
    apart: say('countries.apart'),
    themes: document.themes.map((theme) => themeView(theme, document, context)),
    series: seriesView(document, context),
    patterns: may ? patternsView(document, context) : null,
    peers: may ? peersView(document, context) : null,
    gaps: gapsView(document, context),
    advice: adviceView(document, context),
    notes: notesView(document, context),
    reading: { title: say('countries.reading'), texts: [say('countries.reading.missing'), say('countries.reading.similar'), say('countries.reading.period')] },
    suppression: { title: say('brief.suppression'), text: say('countries.suppression.says') },
    origin: say('countries.footer'),
  };
}
