/** A theme with its questions; those of which nothing may be compared stand at its end, with the reason. */
export function themeView(theme, document, context) {
  const { voice: { say, list, fixed, number }, nameOf, inOrder, name, prose } = context;
  const may = theme.questions.filter((question) => question.badge !== 'notComparable');
  const levels = theme.levels.map((level, at) => `${number(at + 1)} ${level}`);
  return {
    name: name(theme.name, theme.code), meaning: prose(theme.meaning),
    means: theme.means.length > 0
      ? { says: say('countries.theme.means', { questions: list(theme.meansOf) }), list: inOrder(theme.means).map((one) => say('countries.meanOf', { country: `${nameOf(one.country)}${one.similar ? ' ≈' : ''}`, mean: fixed(one.mean, 2) })).join(' · ') }
      : { says: say('countries.theme.noMeans'), list: null },
    questions: may.map((question) => questionView(question, question.inBands ? document.core.bands : levels, context)),
    apart: theme.questions.filter((question) => !may.includes(question)).map((question) => ({
      head: headOf(question, context), text: prose(question.text), reasons: question.reasons.map(context.reason),
    })),
  };
}

function headOf({ code, name }, context) {
  return { code, name: context.name(name, code) };
}

function questionView(question, heads, context) {
  const { voice: { say }, prose, inOrder } = context;
  return {
    head: headOf(question, context), text: prose(question.text),
    badge: { word: say(`countries.badge.${question.badge}`), kind: question.badge }, reasons: question.reasons.map(context.reason),
    parts: heads, inBands: question.inBands,
    columns: { country: say('countries.column.country'), count: 'n', bar: say('countries.column.share'), mean: question.meansFit ? say('countries.mean') : null, change: say('countries.change') },
    rows: inOrder(question.cells).map((cell) => cellView(cell, question, context)),
  };
}

function cellView(cell, { meansFit }, context) {
  const { voice: { say, fixed }, of, isHidden, hidden, count } = context;
  const { name } = of(cell.country);
  if (cell.availability !== 'shown') return { name, none: context.availability(cell.availability) };
  return {
    name, none: null, similar: cell.similar, count: count(cell.answered),
    shares: sharesOf(cell, isHidden), noBar: say('countries.noBar'),
    parts: cell.counts.map((part) => partText(part, cell.answered, context)),
    mean: meansFit ? (isHidden(cell.mean) ? hidden : fixed(cell.mean, 2)) : null,
    change: changeText(cell, context),
  };
}

/** What a bar is made of; null where something is hidden: a bar of the rest would be wrong. */
export function sharesOf({ counts }, isHidden) {
  if (counts.some(isHidden)) return null;
  const all = counts.reduce((sum, part) => sum + part, 0);
  return all === 0 ? null : counts.map((part) => part / all);
}

/** Per cent and, in brackets, the number. */
export function partText(part, answered, { voice: { percent, number }, isHidden, hidden }) {
  if (isHidden(part) || isHidden(answered) || answered === 0) return hidden;
  return `${percent(Math.round((100 * part) / answered))} (${number(part)})`;
}

/** Agencies whose level rose, stayed and fell: in the order of the column's head. */
export function changeText({ change, country }, { voice: { say, number }, of, isHidden, hidden }) {
  if (change) return [change.up, change.same, change.down].map((part) => (isHidden(part) ? '…' : number(part))).join(' · ');
  const { terms } = of(country);
  if (!terms.breaks) return hidden;
  return terms.before ? say('countries.change.break', { round: terms.before }) : say('countries.change.first');
}
