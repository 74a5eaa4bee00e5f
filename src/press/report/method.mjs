const tiersFirst = (nodes) => [...new Set(nodes.map((node) => node.tier))];

export function methodView(document, { voice, fixed, tier }) {
  const { say } = voice;
  const { instrument } = document;
  const count = (code, number) => (voice.has(`tier.${code}.count`) ? say(`tier.${code}.count`, { count: number }) : `${voice.number(number)} ${tier(code)}`);
  const parts = [
    ...tiersFirst(document.nodes).map((code) => count(code, document.nodes.filter((node) => node.tier === code).length)),
    count('indicator', document.indicators.length),
  ];
  return {
    opening: [
      say('method.instrument', { title: instrument.title }),
      instrument.legalBasis ? say('method.legal', { legalBasis: instrument.legalBasis }) : null,
      say('method.tree', { parts: voice.list(parts) }),
      say('method.cumulative'),
    ].filter(Boolean),
    formulaIntro: say('method.formula'), formula: say('method.formula.box'),
    closing: [say('method.rounding', { count: instrument.decimals }), say('method.predicate')],
    stagesTitle: say('method.stages'), stages: document.round.stages.filter((stage) => voice.has(`stage.${stage}`)).map((stage) => splitTerm(say(`stage.${stage}`))),
    predicates: predicateTable(instrument, { say, fixed }),
    scales: scaleTable(instrument, voice),
  };
}

function splitTerm(sentence) {
  const at = sentence.indexOf(':');
  return { term: sentence.slice(0, at).trim(), text: sentence.slice(at + 1).trim() };
}

function predicateTable(instrument, { say, fixed }) {
  return {
    caption: say('method.predicates'), columns: ['predicate', 'from', 'to'].map((name) => say(`column.${name}`)),
    rows: instrument.predicates.map((predicate) => [
      predicate.name, fixed(predicate.from), predicate.toInclusive ? fixed(predicate.to) : say('predicate.below', { value: fixed(predicate.to) }),
    ]),
  };
}

function scaleTable(instrument, voice) {
  const values = [...new Set(instrument.scales.flatMap((scale) => scale.levels.map((level) => level.value)))].sort((one, other) => one - other);
  const title = (scale) => (voice.has(`scale.${scale.code}`) ? voice.say(`scale.${scale.code}`) : scale.code);
  return {
    caption: voice.say('method.scales'), columns: [voice.say('column.level'), ...instrument.scales.map(title)],
    rows: values.map((value) => [
      voice.number(value), ...instrument.scales.map((scale) => scale.levels.find((level) => level.value === value)?.name ?? '–'),
    ]),
  };
}
