import { check, day, decimal, expect, flag, listOf, maybe, object, oneOf, register, tenant, text, whole } from '../shape.mjs';

// Null is a hidden figure wherever a figure may be null.
const count = maybe(whole);
const badge = oneOf('comparable', 'withCare', 'notComparable');
const availability = oneOf('shown', 'notMeasured', 'notShared', 'tooFewAgencies', 'tooSmallShare');
const texts = listOf(text);
const reasons = listOf({
  code: oneOf(
    'tooFewCountries', 'otherCore', 'draft', 'tooFewQuestions', 'tooFewThemes', 'tooFewInCommon', 'stagesDiffer', 'groupsDiffer', 'selfAgainstVerified', 'notShownByTwo',
    'close', 'instrumentsDiffer', 'instrumentVersionsDiffer', 'mappingsDiffer', 'partlyVerified', 'allGroupsTogether', 'notShownByAll',
  ),
  countries: texts, other: maybe(text), count, needed: count,
});

const agreement = maybe(object({ number: whole, endsOn: maybe(day) }));
const stage = oneOf('self', 'document', 'interview', 'visit', 'final');
const country = { code: text, name: maybe(text), other: maybe(text) };

const terms = object({
  instrument: text, title: text, hash: text, mapping: whole, round: text, stage, agencies: count, verified: maybe(decimal), shown: whole,
  breaks: flag, before: maybe(text), dataOn: day, version: whole, level: oneOf('participation', 'national', 'areas', 'agencies'),
  agreement, suppression: object({ threshold: whole, hidden: whole }),
});

const question = {
  code: text, name: text, text, badge, reasons, inBands: flag, meansFit: flag,
  cells: listOf({
    country: text, availability, similar: flag, answered: count, counts: listOf(count), mean: maybe(decimal), change: maybe(object({ up: count, same: count, down: count })),
  }),
};

const shape = {
  locale: text, tenant, register, issuedOn: day, synthetic: flag, draft: flag,
  group: maybe(text),
  core: object({ title: text, questions: whole, agencies: whole, bands: texts }),
  countries: listOf({ id: text, country: object(country), terms: maybe(terms) }),
  badge, reasons, leftOut: reasons,
  themes: listOf({ code: text, name: text, meaning: text, levels: texts, meansOf: texts, means: listOf({ country: text, mean: decimal, similar: flag }), questions: listOf(question) }),
  notes: listOf({ question: text, countries: texts, text }),
  patterns: listOf({ question: text, name: text, isStrength: flag, count: whole, of: whole }),
  peers: listOf({ country: text, peers: listOf({ country: text, distance: decimal, common: whole }) }),
  series: maybe(object({
    most: whole, isCut: flag, oneRound: texts,
    rounds: listOf({
      country: text, round: text, instrument: text, hash: text, mapping: whole, stage, verified: maybe(decimal), breaks: flag, points: listOf({ question: text, answered: count, counts: listOf(count) }),
    }),
  })),
  mostPractices: whole,
  advice: listOf({
    question: text, name: text, weak: texts, gaps: texts,
    practices: listOf({ partner: text, country: object(country), agency: text, round: text, version: whole, dataOn: day, agreement, language: text, text }),
  }),
  gaps: listOf({ country: text, gaps: listOf({ question: text, text, why: availability, others: whole }) }),
};

export function checkComparison(document) {
  expect(document !== null && typeof document === 'object', 'document');
  check(document, shape, 'document');
  // Every part refers to countries by their ids.
  const known = new Set(document.countries.map((one) => one.id));
  for (const round of document.series?.rounds ?? []) expect(known.has(round.country), `document.series: country "${round.country}"`);
  for (const theme of document.themes) {
    for (const { code, cells } of theme.questions) {
      const parts = theme.questions.find((one) => one.code === code).inBands ? document.core.bands.length : theme.levels.length;
      for (const cell of cells) {
        expect(known.has(cell.country), `document.themes: country "${cell.country}" of ${code}`);
        expect(cell.availability !== 'shown' || cell.counts.length === parts, `document.themes: ${parts} counts of ${code}, "${cell.country}"`);
      }
    }
  }
}
