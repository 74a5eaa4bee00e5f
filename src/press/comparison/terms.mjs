const hashShown = 12;

/** On which terms each country stands: with what it was measured. */
export function termsView({ core }, context) {
  const { voice: { say, percent }, countries, isHidden, count, name } = context;
  return {
    caption: say('countries.terms'), nothing: say('countries.nothing'),
    columns: ['country', 'instrument', 'round', 'stage', 'agencies', 'verified', 'answered'].map((column) => say(`countries.column.${column}`)),
    rows: countries.map(({ name: country, other, terms }) => ({
      country, other,
      cells: terms && [
        { title: name(terms.title, terms.instrument), says: say('countries.instrument', { code: terms.instrument, mapping: terms.mapping }), hash: terms.hash.slice(0, hashShown) },
        terms.round, say(`countries.stage.${terms.stage}`), count(terms.agencies), isHidden(terms.verified) ? say('countries.unknown') : percent(Number(terms.verified)),
        say('countries.answeredOf', { count: terms.shown, all: core.questions }),
      ],
    })),
  };
}

/** And on what ground: agreement, date, what is hidden. */
export function groundView(context) {
  const { voice: { say, date }, countries } = context;
  return {
    caption: say('countries.ground'),
    columns: [say('countries.column.country'), say('brief.dataDate'), say('brief.level'), say('brief.agreement'), say('countries.column.hidden')],
    rows: countries.filter((one) => one.terms).map(({ name, terms }) => ({
      country: name,
      cells: [
        say('brief.dataDate.version', { date: date(terms.dataOn), number: terms.version }), say(`brief.level.${terms.level}`), agreementText(terms.agreement, context.voice),
        say('countries.hiddenOf', { count: terms.suppression.hidden, threshold: terms.suppression.threshold }),
      ],
    })),
  };
}

export function agreementText(agreement, { say, date }) {
  if (!agreement) return say('brief.agreement.none');
  return agreement.endsOn ? say('brief.agreement.until', { number: agreement.number, date: date(agreement.endsOn) }) : say('brief.agreement.number', { number: agreement.number });
}
