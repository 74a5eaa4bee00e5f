import { frameView } from '../frame.mjs';
import { settle, short } from '../report/names.mjs';
import { checkBrief } from './input.mjs';

// One page holds so many; what is left out is counted on it.
const areasAtMost = 10;
const awardsAtMost = 3;
const hashShown = 12;

/** What a partner shares of its latest round on one page. Figures stand in the order of the instrument; none is called best or worst. */
export function composeBrief(document) {
  checkBrief(document);
  const { voice, view, prose } = frameView(document, 'brief.title');
  const context = createContext(document, voice, prose);
  const { say } = voice;
  const country = countryOf(document.country, context);
  return {
    ...view, country, name: say('brief.name', { country: country.name.text, round: document.round }),
    facts: factsView(document, context),
    participation: participationView(document, context),
    index: document.national ? indexView(document, context) : null,
    none: document.national ? null : say(document.level === 'participation' ? 'brief.notShared' : 'brief.notYet'),
    areas: document.national ? areasView(document.national, context) : null,
    change: document.national ? { title: say('brief.change'), text: changeText(document.national, context) } : null,
    rounds: document.rounds.length > 1 ? roundsView(document, context) : null,
    awards: document.awards ? awardsView(document.awards, context) : null,
    suppression: { title: say('brief.suppression'), text: say('brief.suppression.says', { ...document.suppression }) },
    origin: say('brief.footer'),
  };
}

function createContext({ instrument }, voice, prose) {
  const hidden = voice.say('brief.hidden');
  const isHidden = (value) => value === undefined || value === null;
  // Signs are neutral: in an Arabic line they would change sides.
  const ltr = (text) => (voice.rtl ? `\u2066${text}\u2069` : text);
  const mean = (value, decimals = instrument.decimals) => (isHidden(value) ? hidden : voice.fixed(value, decimals));
  return {
    voice, isHidden, mean,
    name: (text, code = '–') => prose(short(settle(text, code))),
    count: (value) => (isHidden(value) ? hidden : voice.number(value)),
    signed: (value) => (isHidden(value) ? hidden : ltr(`${Number(value) > 0 ? '+' : ''}${mean(value).replace('-', '−')}`)),
    agreement: (agreement) => agreementText(agreement, voice),
  };
}

/** Its own name for itself stands below where it has none in the document's language. */
function countryOf({ code, name, other }, { voice, name: settled }) {
  const known = name || (/^[A-Z]{2}$/.test(code) ? new Intl.DisplayNames(voice.tag, { type: 'region' }).of(code) : code);
  return { code, name: settled(known, code), other: other && other !== known ? settled(other, code) : null };
}

function agreementText(agreement, { say, date }) {
  if (!agreement) return say('brief.agreement.none');
  return agreement.endsOn ? say('brief.agreement.until', { number: agreement.number, date: date(agreement.endsOn) }) : say('brief.agreement.number', { number: agreement.number });
}

function factsView({ round, cycle, instrument, level, agreement, issuedOn, version }, context) {
  const { say, date } = context.voice;
  const title = context.name(instrument.title, instrument.code).text;
  return [
    [say('label.round'), say('brief.cycled', { round, cycle: say(`cycle.${cycle}`) })],
    [say('brief.dataDate'), say('brief.dataDate.version', { date: date(issuedOn), number: version })],
    [say('label.instrument'), title === instrument.code ? title : say('brief.instrument', { title, code: instrument.code })],
    [say('brief.level'), say(`brief.level.${level}`)],
    [say('brief.instrumentVersion'), { hash: instrument.hash.slice(0, hashShown) }],
    [say('brief.agreement'), context.agreement(agreement)],
  ];
}

function participationView({ participation: { dueOn, nationalOn, ...counts } }, { voice: { say, date } }) {
  return {
    title: say('brief.participation'),
    text: [say('brief.participation.says', counts), dueOn ? say('brief.participation.due', { date: date(dueOn) }) : null, nationalOn ? say('brief.participation.national', { date: date(nationalOn) }) : null].filter(Boolean).join(' '),
  };
}

/** Bars are shares of all that are counted; a hidden number has none. */
function indexView({ national }, { voice: { say }, count, mean, isHidden, name }) {
  const all = national.agencies ?? national.predicates.reduce((sum, one) => sum + (one.count ?? 0), 0);
  return {
    label: say('brief.index'), mean: mean(national.mean), isHidden: isHidden(national.mean), of: say('brief.index.of', { count: count(national.meanOf) }),
    verified: say('brief.index.verified', { verified: count(national.verified), agencies: count(national.agencies) }),
    corrected: national.number > 1 && national.reason ? say('brief.index.corrected', { number: national.number, reason: name(national.reason).text }) : null,
    distribution: {
      caption: say('brief.distribution'), columns: [say('label.predicate'), '', say('national.agencies')],
      rows: national.predicates.map((one) => ({ name: name(one.name), count: count(one.count), share: isHidden(one.count) || all === 0 ? null : Math.min(1, one.count / all) })),
    },
  };
}

function areasView({ areas }, { voice: { say }, mean, name }) {
  return {
    caption: say('brief.areas'), columns: [say('brief.area'), say('brief.mean')],
    rows: areas.slice(0, areasAtMost).map((one) => ({ name: name(one.name), mean: mean(one.mean) })),
    more: areas.length > areasAtMost ? say('brief.more', { count: areas.length - areasAtMost }) : null,
  };
}

function changeText({ change }, { voice: { say }, count, signed }) {
  if (!change) return say('brief.change.first');
  if (!change.comparable) return say('brief.change.break', { round: change.round });
  const { round, both, up, same, down, difference } = change;
  return say('brief.change.says', { round, both: count(both), up: count(up), same: count(same), down: count(down), difference: signed(difference) });
}

function roundsView({ rounds }, { voice: { say }, count, mean, agreement }) {
  return {
    caption: say('brief.rounds'), broken: say('brief.rounds.break'),
    columns: [say('label.round'), say('label.instrument'), say('brief.index'), 'n', say('brief.level'), say('brief.agreement')],
    rows: rounds.map((one) => ({
      broken: one.broken,
      cells: [
        one.round, one.instrument, one.hasNational ? mean(one.mean, one.decimals) : say('brief.rounds.none'), one.hasNational ? count(one.meanOf) : '–', say(`brief.level.${one.level}`),
        one.agreement ? say('brief.agreement.number', { number: one.agreement.number }) : agreement(null),
      ],
    })),
  };
}

function awardsView(awards, { voice: { say, date }, name }) {
  return {
    title: say('brief.awards'), none: awards.length === 0 ? say('brief.awards.none') : null,
    lines: awards.slice(0, awardsAtMost).map((one) => say('brief.awards.says', { name: name(one.name).text, categories: one.categories, winners: one.winners, date: date(one.on) })),
    more: awards.length > awardsAtMost ? say('brief.more', { count: awards.length - awardsAtMost }) : null,
  };
}
