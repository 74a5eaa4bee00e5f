import { frameView } from '../frame.mjs';
import { annexView } from './annex.mjs';
import { areasView, boxesView, groupsView, predicatesView, regionsView } from './groups.mjs';
import { changeView, gapView, unmetView } from './change.mjs';
import { orderOf } from '../template.mjs';
import { checkNational } from './input.mjs';
import { nationalMethod, summaryView } from './summary.mjs';

// What a template may put in another order; the cover stands before them, the entry in the register after them.
const order = ['summary', 'method', 'groups', 'best', 'areas', 'predicates', 'change', 'gap', 'regions', 'unmet', 'profiles', 'decree', 'figures'];
const required = ['method', 'areas', 'decree'];
const sections = [...order, 'register'];

/** The nation's results of a round, as finished strings; agencies without consent are counted and not named. */
export function composeNational(document, variant) {
  checkNational(document);
  const { voice, view } = frameView(document, `national.title.${document.cycle}`);
  const context = createContext(document, voice);
  const { say } = voice;
  const parts = { gap: gapView(document, context), regions: regionsView(document, context), unmet: unmetView(document, context) };
  return {
    ...view,
    round: document.round, contents: say('nav.contents'),
    order: orderOf(document.template, order, required).filter((name) => !(name in parts) || parts[name]),
    running: say('national.running', { round: document.round }),
    sections: Object.fromEntries(sections.map((name) => [name, say(`national.section.${name}`)])),
    cover: coverView(document, context),
    summary: summaryView(document, context),
    method: nationalMethod(document, context),
    groups: { boxes: boxesView(document, context), table: groupsView(document, context) },
    areas: areasView(document, context),
    predicates: predicatesView(document, context),
    change: changeView(document, context),
    ...parts,
    ...annexView(document, context),
    register: registerView(document, variant, context),
  };
}

function createContext(document, voice) {
  const { decimals } = document.instrument;
  // Signs and dashes are neutral: in an Arabic line they would change sides.
  const ltr = (text) => (voice.rtl ? `\u2066${text}\u2069` : text);
  const fixed = (value) => (value === undefined || value === null ? '–' : voice.fixed(value, decimals));
  return {
    voice, fixed,
    ofNode: (nodes, at) => fixed(nodes[at]?.index),
    ltr,
    signed: (value) => (value === undefined || value === null ? '–' : ltr(`${Number(value) > 0 ? '+' : ''}${voice.fixed(value, decimals).replace('-', '−')}`)),
    predicates: new Map(document.instrument.predicates.map((one) => [one.code, one.name])),
    groups: new Map(document.groups.map((group) => [group.code, group.name])),
    all: { code: '', name: voice.say(document.ofTheNamed ? 'national.allNamed' : 'national.all'), figures: document.whole.figures, shares: document.whole.shares },
    columns: (...names) => names.map((name) => voice.say(`column.${name}`)),
  };
}

function coverView(document, { voice, fixed }) {
  const { say } = voice;
  return {
    index: fixed(document.whole.figures.mean.index), indexLabel: say('national.mean'),
    predicateLabel: say('label.predicate'), predicate: document.whole.predicate,
    rows: [
      [say('label.round'), document.round], [say('label.cycle'), say(`cycle.${document.cycle}`)], [say('label.instrument'), document.instrument.title],
      [say('national.agencies'), say('national.of', { count: document.whole.figures.count, total: document.participants })],
      [say('label.published'), voice.date(document.issuedOn)],
      document.register ? [say('label.number'), { hash: document.register.number }] : null,
      [say('national.source'), say('national.number', { number: document.source.number })],
      [say('national.sourceHash'), { hash: document.source.hash }],
    ].filter(Boolean),
    reason: document.reason ? say('national.corrected', { reason: document.reason }) : null,
  };
}

function registerView(document, variant, { voice }) {
  const { say } = voice;
  return {
    text: say('register.text'), caption: say('register.caption'), columns: [say('column.item'), say('column.value')],
    rows: [
      document.register ? [say('label.number'), { hash: document.register.number }] : null,
      [say('national.source'), say('national.number', { number: document.source.number })], [say('national.sourceHash'), { hash: document.source.hash }],
      [say('label.instrument'), `${document.instrument.title} (${document.instrument.code})`], [say('label.instrumentHash'), { hash: document.instrument.hash }],
      [say('label.engine'), document.source.engine], [say('label.published'), voice.date(document.issuedOn)], [say('label.variant'), say(`variant.${variant}`)],
    ].filter(Boolean),
  };
}
