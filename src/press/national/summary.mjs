/** For the public it stays open whether an agency that is not named has a result. */
function missing({ open, participants, agencies, whole }, { say }) {
  const count = participants - (open ? agencies.length : whole.figures.count);
  return count > 0 ? say(open ? 'national.notNamed' : 'national.missing', { count }) : null;
}

export function summaryView(document, context) {
  const { voice, fixed, signed } = context;
  const { say } = voice;
  const { figures } = document.whole;
  const leaves = document.nodes.map((node, at) => ({ node, value: figures.nodes[at] })).filter(({ node, value }) => node.depth === 1 && value);
  const sorted = [...leaves].sort((one, other) => Number(other.value.index) - Number(one.value.index));
  const top = [...document.groups].sort((one, other) => Number(other.figures.mean.index) - Number(one.figures.mean.index));
  const named = ({ node }) => say('finding.named', { name: node.name, code: node.code });
  const change = figures.change;
  return {
    sentences: [
      say(document.ofTheNamed ? 'national.summaryNamed' : 'national.summary', { count: figures.count, index: fixed(figures.mean.index), predicate: document.whole.predicate, round: document.round }),
      missing(document, voice),
      change && document.previous.comparable && change.panel.difference
        ? say('national.panel', { count: change.panel.count, round: document.previous.round, difference: signed(change.panel.difference), rose: say('national.rose', { count: change.rose }), fell: say('national.fell', { count: change.fell }) }) : null,
      change && !document.previous.comparable ? say('national.break', { round: document.previous.round }) : null,
      top.length > 1 ? say('national.topGroup', { best: top[0].name, high: fixed(top[0].figures.mean.index), worst: top.at(-1).name, low: fixed(top.at(-1).figures.mean.index) }) : null,
      sorted.length > 1 ? say('national.topArea', { best: named(sorted[0]), high: fixed(sorted[0].value.index), worst: named(sorted.at(-1)), low: fixed(sorted.at(-1).value.index) }) : null,
      figures.gap ? say('national.gapSentence', { self: fixed(figures.gap.self.index), external: fixed(figures.gap.external.index), difference: signed(figures.gap.difference) }) : null,
    ].filter(Boolean),
    levels: {
      caption: say('national.byPredicate'), columns: [say('column.predicate'), '', say('national.agencies'), say('national.share')],
      rows: figures.predicates.map((one, at) => ({ label: context.predicates.get(one.code), share: one.count / Math.max(1, counted(figures)), count: `${one.count}`, percent: voice.percent(document.whole.shares[at]) })).reverse(),
    },
  };
}

/** Agencies with a predicate: for the public those named, whatever the mean is of. */
export const counted = (figures) => figures.predicates.reduce((sum, one) => sum + one.count, 0);

export function nationalMethod(document, context) {
  const { voice } = context;
  const { say } = voice;
  const { instrument, sensitivity } = document;
  return {
    text: [
      say('method.instrument', { title: instrument.title }), instrument.legalBasis ? say('method.legal', { legalBasis: instrument.legalBasis }) : null,
      say('method.formula'),
    ].filter(Boolean),
    formula: say('method.formula.box'),
    after: [
      say('method.rounding', { count: instrument.decimals }), say('method.predicate'), say('national.meanMethod'), say('national.boxMethod'),
      sensitivity ? say('national.sensitivity', { count: sensitivity.weightings, spread: voice.percent(Number(sensitivity.spread) * 100) }) : null,
      document.unnamed > 0 ? say('national.unnamed', { count: document.unnamed }) : null,
    ].filter(Boolean),
    predicates: {
      caption: say('method.predicates'), columns: [say('column.predicate'), say('column.from'), say('column.to')],
      rows: instrument.predicates.map((one) => [one.name, voice.number(one.from), one.toInclusive ? say('predicate.upTo', { value: voice.number(one.to) }) : say('predicate.below', { value: voice.number(one.to) })]).reverse(),
    },
  };
}
