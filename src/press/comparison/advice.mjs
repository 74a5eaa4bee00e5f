import { agreementText } from './terms.mjs';

/** What agencies did, in the words they agreed to: for whom, and on what ground it was shared. */
export function adviceView({ advice, mostPractices }, context) {
  if (advice.length === 0) return null;
  const { voice: { say, list }, ordered, nameOf, name } = context;
  const named = (ids) => list(ordered(ids).map(nameOf));
  return {
    title: say('countries.advice'), how: say('countries.advice.how', { count: mostPractices }),
    questions: advice.map((one) => ({
      head: { code: one.question, name: name(one.name, one.question) },
      says: [one.weak.length > 0 && say('countries.advice.weak', { countries: named(one.weak) }), one.gaps.length > 0 && say('countries.advice.gap', { countries: named(one.gaps) })].filter(Boolean).join(' '),
      practices: one.practices.map((practice) => practiceView(practice, context)),
    })),
  };
}

function practiceView(practice, context) {
  const { voice, name, prose, nameOfPartner } = context;
  const { say, date, language } = voice;
  const spoken = /^[a-z]{2,3}(?![^-])/i.exec(practice.language)?.[0].toLowerCase() ?? null;
  const source = say('countries.advice.source', {
    country: nameOfPartner(practice.partner, practice.country), round: practice.round, date: say('brief.dataDate.version', { date: date(practice.dataOn), number: practice.version }), agreement: agreementText(practice.agreement, voice),
  });
  const other = spoken === language ? null : spoken;
  return {
    agency: name(practice.agency), source,
    // A reader who is read to hears it in its own language; the eye is told which.
    language: other, in: other && new Intl.DisplayNames(voice.tag, { type: 'language' }).of(other),
    paragraphs: practice.text.split(/\n+/).map((line) => line.trim()).filter(Boolean).map(prose),
  };
}
