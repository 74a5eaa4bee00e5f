import { recommendationsView } from './indicators.mjs';

/** The first screen of the paper: how are we, why, what next. */
export function summaryView(document, context) {
  const { voice, fixed } = context;
  const { say } = voice;
  const published = fixed(document.index.published);
  return {
    sentences: [
      say('summary.result', { agency: document.agency.name, index: published, round: document.round.name, predicate: document.predicate.name }),
      selfSentence(document, context),
      targetSentence(document, voice),
      ...extremes(context),
    ].filter(Boolean),
    scale: { ...scale(document, context), alt: say('summary.scale', { index: published, predicate: document.predicate.name }) },
    levels: levelCounts(document, context),
    next: { title: say('section.recommendations'), steps: recommendationsView(document, context).steps.slice(0, 3) },
  };
}

function selfSentence(document, { voice, fixed }) {
  const self = fixed(document.index.self);
  if (self === null) return null;
  const difference = Number(document.index.self) - Number(document.index.published);
  const key = difference > 0 ? 'higher' : difference < 0 ? 'lower' : 'same';
  return voice.say(`summary.self.${key}`, { self });
}

function targetSentence(document, voice) {
  const aimed = document.indicators.filter((indicator) => indicator.target);
  if (aimed.length === 0) return null;
  const reached = aimed.filter((indicator) => Number(indicator.level) >= Number(indicator.target));
  return voice.say('summary.targets', { count: reached.length, total: aimed.length });
}

function extremes({ areas, voice, fixed, named }) {
  const values = areas.map((area) => Number(area.published));
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const value = (number) => fixed(areas.find((area) => Number(area.published) === number).published);
  if (lowest === highest) return [voice.say('summary.even', { value: value(highest) })];
  const list = (number) => {
    const found = areas.filter((area) => Number(area.published) === number);
    return voice.list(found.map((area) => (found.length > 3 ? area.code : named(area))));
  };
  return [['highest', highest], ['lowest', lowest]].map(([key, number]) => voice.say(`summary.${key}`, { list: list(number), value: value(number) }));
}

function scale(document, { voice, fixed }) {
  const predicates = [...document.instrument.predicates].sort((one, other) => Number(one.from) - Number(other.from));
  const floor = Number(predicates[0].from);
  const top = Number(predicates.at(-1).to);
  const share = (value) => (Number(value) - floor) / (top - floor);
  return {
    marker: Math.min(1, Math.max(0, share(document.index.published))), value: fixed(document.index.published),
    ends: [voice.number(floor), voice.number(top)],
    bands: predicates.map((predicate) => ({
      name: predicate.name, share: share(predicate.to) - share(predicate.from), from: fixed(predicate.from), own: predicate.code === document.predicate.code,
    })),
  };
}

function levelCounts(document, { voice }) {
  const values = new Set(document.instrument.scales.flatMap((entry) => entry.levels.map((level) => Number(level.value))));
  const rows = [...values].sort((one, other) => one - other).map((value) => {
    const count = document.indicators.filter((indicator) => Math.floor(Number(indicator.level)) === value).length;
    return { label: voice.say('indicator.levelOnly', { level: value }), count: voice.number(count), share: count / document.indicators.length };
  });
  return { caption: voice.say('summary.levels'), columns: [voice.say('column.level'), voice.say('column.count')], rows };
}
