export function levelsView(document, { voice, level }) {
  const { say } = voice;
  return {
    intro: say('levels.intro'), caption: say('levels.caption'),
    columns: ['code', 'name', 'weight', 'self', 'target', 'level', 'levelName'].map((name) => say(`column.${name}`)),
    rows: document.indicators.map((indicator) => ({
      code: indicator.code, name: indicator.name, weight: voice.percent(indicator.weight),
      self: level(indicator.self) ?? '–', target: level(indicator.target) ?? '–', level: level(indicator.level), levelName: indicator.levelName ?? '–',
    })),
  };
}

export function indicatorsView(document, context) {
  const { voice, areas } = context;
  const { say } = voice;
  return {
    reason: say('indicator.reason'),
    areas: areas.map((area) => ({
      code: area.code, name: area.name,
      indicators: document.indicators.filter((indicator) => indicator.parent === area.code).map((indicator) => detail(indicator, document, context)),
    })),
  };
}

const together = 1400;

function detail(indicator, document, { voice, level, prose }) {
  const { say } = voice;
  const steps = document.instrument.scales.find((scale) => scale.code === indicator.scale)?.levels ?? [];
  const stands = level(indicator.level);
  const facts = [
    indicator.levelName ? say('indicator.level', { level: stands, name: indicator.levelName }) : say('indicator.levelOnly', { level: stands }),
    indicator.self ? say('indicator.self', { level: level(indicator.self) }) : null,
    indicator.target ? say('indicator.target', { level: level(indicator.target) }) : null,
    say('indicator.weight', { weight: voice.percent(indicator.weight) }),
  ].filter(Boolean);
  const missing = indicator.next?.missing.map((criterion) => criterion.text) ?? [];
  const length = [indicator.explanation ?? '', ...missing].join('').length;
  return {
    code: indicator.code, name: indicator.name, question: indicator.question ?? null, facts,
    reached: steps.filter((step) => Number(step.value) <= Number(indicator.level)).length,
    ahead: steps.filter((step) => Number(step.value) > Number(indicator.level)).length,
    subject: indicator.subject ? prose(say('indicator.subject', { subject: indicator.subject })) : null,
    reason: prose(indicator.explanation || say('indicator.noReason')),
    next: indicator.next ? say('indicator.next', { level: level(indicator.next.level), name: indicator.next.name }) : null,
    missing, top: indicator.next ? null : say('indicator.top'),
    whole: length < together,
  };
}

export function recommendationsView(document, { voice, indicators, level, fixed }) {
  const { say } = voice;
  const steps = document.recommendations.map((step) => ({ step, indicator: indicators.get(step.indicator) })).filter(({ indicator }) => indicator.next);
  return {
    intro: steps.length > 0 ? say('recommendations.intro') : say('recommendations.none'),
    steps: steps.map(({ step, indicator }) => ({
      code: indicator.code, name: indicator.name,
      step: say('recommendations.step', { from: level(indicator.level), to: level(indicator.next.level), name: indicator.next.name }),
      gain: step.gain ? say('recommendations.gain', { gain: fixed(step.gain) }) : null,
      criteria: indicator.next.missing.map((criterion) => criterion.text),
    })),
  };
}
