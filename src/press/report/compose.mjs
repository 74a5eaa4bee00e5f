import { marksOf, pageParts } from '../frame.mjs';
import { chartsView } from './charts.mjs';
import { palette } from './colour.mjs';
import { findingsView } from './findings.mjs';
import { indicatorsView, levelsView, recommendationsView } from './indicators.mjs';
import { checkDocument } from './input.mjs';
import { methodView } from './method.mjs';
import { settleNames, short } from './names.mjs';
import { summaryView } from './summary.mjs';
import { orderOf, templateView } from '../template.mjs';
import { verifyView } from './verify.mjs';
import { createVoice, directionOf } from './words.mjs';

// What a template may put in another order; the cover stands before them, the entry in the register after them.
const order = ['summary', 'method', 'results', 'charts', 'findings', 'recommendations', 'levels', 'indicators'];
const required = ['method', 'results'];
const sections = [...order, 'comparison', 'register'];

/** Everything the template sets, as finished strings: the template decides where, never what. */
export function composeReport(input, variant) {
  checkDocument(input);
  const document = settleNames(input);
  const voice = createVoice(document.locale);
  const context = createContext(document, voice);
  const { say } = voice;
  const template = templateView(document, voice, context.prose);
  return {
    language: voice.language, region: new Intl.Locale(voice.tag).region ?? null, dir: voice.rtl ? 'rtl' : 'ltr',
    date: document.publishedOn.split('-').map(Number),
    colours: palette(document.tenant.accent),
    title: template?.title ?? say(`title.${document.round.cycle}`),
    tenant: document.tenant.name,
    agency: context.prose(document.agency.name),
    running: { agency: context.prose(short(document.agency.name)), round: short(document.round.name), tenant: short(document.tenant.name) },
    round: document.round.name,
    instrument: document.instrument.title,
    marks: marksOf(document, say),
    stamp: `${say('register.snapshot', { number: document.snapshot.number })} · ${document.snapshot.hash.slice(0, 12)}`,
    page: pageParts(voice),
    contents: say('nav.contents'),
    template, order: orderOf(document.template, order, required),
    sections: Object.fromEntries(sections.map((name) => [name, say(`section.${name}`)])),
    cover: coverView(document, context),
    summary: summaryView(document, context),
    method: methodView(document, context),
    results: resultsView(document, context),
    charts: chartsView(document, context),
    comparison: comparisonView(document, context),
    findings: findingsView(document, context),
    recommendations: recommendationsView(document, context),
    levels: levelsView(document, context),
    indicators: indicatorsView(document, context),
    register: registerView(document, variant, context),
    signature: { title: say('interview.signature'), rows: ['place', 'date', 'name', 'office', 'signature'].map((name) => say(`interview.${name}`)) },
  };
}

function createContext(document, voice) {
  const indicators = new Map(document.indicators.map((indicator, order) => [indicator.code, { ...indicator, order }]));
  const parents = new Set(document.indicators.map((indicator) => indicator.parent));
  const fixed = (value) => (value === undefined || value === null ? null : voice.fixed(value, document.instrument.decimals));
  return {
    voice, indicators, fixed,
    areas: document.nodes.filter((node) => parents.has(node.code)),
    level: (value) => (value === undefined || value === null ? null : voice.number(value)),
    // Nothing is said about a tier the words do not know: its code stands for itself.
    tier: (code) => (voice.has(`tier.${code}`) ? voice.say(`tier.${code}`) : code),
    named: (node) => voice.say('finding.named', { name: node.name, code: node.code }),
    prose: (text) => ({ text, dir: directionOf(text, voice.rtl) }),
  };
}

function coverView(document, { voice, fixed }) {
  const { say } = voice;
  const rows = [
    [say('label.round'), document.round.name],
    [say('label.cycle'), say(`cycle.${document.round.cycle}`)],
    document.agency.group ? [say('label.group'), document.agency.group] : null,
    [say('label.instrument'), document.instrument.title],
    [say('label.published'), voice.date(document.publishedOn)],
    document.register ? [say('label.number'), { hash: document.register.number }] : null,
    [say('label.snapshot'), say('register.snapshot', { number: document.snapshot.number })],
    [say('label.snapshotHash'), { hash: document.snapshot.hash }],
    document.snapshot.registerHash ? [say('label.registerHash'), { hash: document.snapshot.registerHash }] : null,
  ];
  return {
    index: fixed(document.index.published), indexLabel: say('label.index'), predicateLabel: say('label.predicate'),
    predicate: document.predicate.name, rows: rows.filter(Boolean),
  };
}

function resultsView(document, { voice, fixed, tier }) {
  const { say } = voice;
  return {
    intro: say('results.intro'), caption: say('results.caption'),
    columns: ['code', 'name', 'weight', 'self', 'index'].map((name) => say(`column.${name}`)),
    rows: document.nodes.map((node) => ({
      depth: node.depth, code: node.code, name: node.name, tier: tier(node.tier), weight: voice.percent(node.weight),
      self: fixed(node.self) ?? '–', index: fixed(node.published),
    })),
    total: {
      name: say('label.index'), self: fixed(document.index.self) ?? '–', index: fixed(document.index.published),
      predicate: `${say('label.predicate')}: ${document.predicate.name}`,
    },
  };
}

function comparisonView(document, { voice, fixed }) {
  if (!document.comparison) return null;
  const { say } = voice;
  const { group, agencies, rows } = document.comparison;
  const nodes = new Map(document.nodes.map((node) => [node.code, node]));
  return {
    intro: say('comparison.intro', { group, count: agencies }), caption: say('comparison.caption'),
    columns: ['code', 'name', 'agency', 'groupMean', 'groupBest'].map((name) => say(`column.${name}`)),
    rows: rows.filter((row) => !row.node || nodes.has(row.node)).map((row) => {
      const node = row.node ? nodes.get(row.node) : { code: '', name: say('label.index'), published: document.index.published };
      return { code: node.code, name: node.name, own: fixed(node.published), mean: fixed(row.mean), best: fixed(row.best) ?? '–', total: !row.node };
    }),
  };
}

function registerView(document, variant, { voice }) {
  const { say } = voice;
  return {
    text: say(voice.has(`register.text.${variant}`) ? `register.text.${variant}` : 'register.text'), caption: say('register.caption'), verify: verifyView(document.register, say),
    columns: [say('column.item'), say('column.value')],
    rows: [
      document.register ? [say('label.number'), { hash: document.register.number }] : null,
      [say('label.instrument'), `${document.instrument.title} (${document.instrument.code})`],
      [say('label.instrumentHash'), { hash: document.instrument.hash }],
      [say('label.snapshot'), say('register.snapshot', { number: document.snapshot.number })],
      [say('label.snapshotHash'), { hash: document.snapshot.hash }],
      document.snapshot.registerHash ? [say('label.registerHash'), { hash: document.snapshot.registerHash }] : null,
      [say('label.engine'), document.snapshot.engine],
      [say('label.published'), voice.date(document.publishedOn)],
      [say('label.variant'), say(`variant.${variant}`)],
    ].filter(Boolean),
  };
}
