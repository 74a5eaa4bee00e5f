const namedAtMost = 2;

export function findingsView(document, context) {
  const { voice, areas, fixed } = context;
  const { say } = voice;
  return {
    intro: say('findings.intro'), strengths: say('findings.strengths'), weaknesses: say('findings.weaknesses'),
    areas: areas.map((area) => {
      const own = document.findings.filter((finding) => finding.node === area.code && finding.indicators.length > 0);
      const sentences = (kind) => own.filter((finding) => finding.kind === kind).map((finding) => sentence(finding, context));
      const index = fixed(area.published);
      return {
        code: area.code, name: area.name,
        index: area.self ? say('findings.indexSelf', { index, self: fixed(area.self) }) : say('findings.index', { index }),
        strengths: orElse(sentences('strength'), say('findings.noStrength')),
        weaknesses: orElse(sentences('weakness'), say('findings.noWeakness')),
        notes: sentences('note'),
      };
    }),
  };
}

function sentence(finding, context) {
  return context.voice.say(`finding.${finding.code}`, { indicators: nameIndicators(finding.indicators, context), count: finding.indicators.length });
}

/** Two are named in full; more are told by code, runs of the instrument's order as a range. */
export function nameIndicators(codes, { indicators, voice, named }) {
  const found = codes.map((code) => indicators.get(code)).sort((one, other) => one.order - other.order);
  if (found.length <= namedAtMost) return voice.list(found.map((indicator) => named(indicator)));
  const runs = [];
  for (const indicator of found) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1).order === indicator.order - 1) run.push(indicator);
    else runs.push([indicator]);
  }
  return voice.list(runs.flatMap((run) => (run.length < 3 ? run.map((one) => one.code) : [`${run[0].code}–${run.at(-1).code}`])));
}

const orElse = (sentences, none) => (sentences.length > 0 ? sentences : [none]);
