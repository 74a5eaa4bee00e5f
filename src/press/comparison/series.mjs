import { sharesOf } from './themes.mjs';

const hashShown = 8;

/** The three bands of every question, round by round: a country with itself, never across a break. */
export function seriesView({ series, themes, core }, context) {
  if (!series) return null;
  const { voice: { say, list }, ordered, nameOf, inOrder, name } = context;
  const rounds = inOrder(series.rounds);
  return {
    title: say('countries.series'),
    how: [say('countries.series.how'), series.isCut && say('countries.series.cut', { count: series.most }), series.oneRound.length > 0 && say('countries.series.oneRound', { countries: list(ordered(series.oneRound).map(nameOf)) })].filter(Boolean),
    legend: core.bands, break: say('countries.series.break'), none: say('countries.series.none'),
    columns: [say('countries.column.country'), say('countries.column.round'), say('countries.series.instrument'), say('countries.series.verified')], figures: say('countries.series.figures'),
    themes: themes.map((theme) => themeView(theme, rounds, context)).filter((theme) => theme.questions.length > 0),
  };

  function themeView(theme, shown, { of }) {
    const questions = theme.questions.filter(({ code }) => shown.some((round) => pointOf(round, code).counts.length > 0));
    const countries = [...new Set(shown.map((round) => round.country))].map((id) => ({ name: of(id).name, rounds: shown.filter((round) => round.country === id).map((round) => roundView(round, questions, context)) }));
    return { name: name(theme.name, theme.code), questions: questions.map((question) => ({ code: question.code, name: name(question.name, question.code) })), countries };
  }
}

const pointOf = (round, code) => round.points.find((point) => point.question === code);

function roundView(round, questions, context) {
  const { voice: { say, percent, number }, isHidden } = context;
  return {
    round: round.round, breaks: round.breaks,
    instrument: { code: round.instrument, hash: round.hash.slice(0, hashShown), mapping: number(round.mapping) },
    verified: isHidden(round.verified) ? say('countries.unknown') : percent(Number(round.verified)),
    points: questions.map(({ code }) => cellView(pointOf(round, code), context)),
  };
}

function cellView(point, context) {
  if (point.counts.length === 0) return null;
  const { isHidden, count, voice } = context;
  const share = (part) => (isHidden(part) || !point.answered ? '…' : voice.number(Math.round((100 * part) / point.answered)));
  return { shares: sharesOf(point, isHidden), parts: point.counts.map(share).join(' · '), count: count(point.answered) };
}
