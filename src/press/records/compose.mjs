import { frameView } from '../frame.mjs';
import { check, day, decimal, expect, flag, listOf, maybe, object, oneOf, register, tenant, text, whole } from '../shape.mjs';
import { consent, interviewMinutes, juryRecord, minutes } from './kinds.mjs';

// What all records bring; each kind adds its own.
const common = { locale: text, tenant, register, issuedOn: day, synthetic: flag, draft: flag };
const area = { code: text, name: text };
const assessment = {
  agency: object({ name: text }), round: text, instrument: text,
  signOff: maybe(object({ byName: text, on: day, statement: text })),
  snapshot: maybe(object({ hash: text, reference: text })),
};
const shapes = {
  minutes: { ...assessment, decimals: whole, self: maybe(decimal), levels: listOf({ ...area, level: maybe(decimal) }) },
  consent: { ...assessment, indicators: whole },
  'interview-minutes': { ...assessment, topics: listOf({ ...area, self: maybe(decimal), level: maybe(decimal), note: maybe(text) }) },
  'jury-record': {
    award: object({ name: text, year: text, category: text }), decimals: whole,
    jurors: listOf({ name: text, recused: listOf({ name: text, reason: maybe(text) }) }),
    criteria: listOf({ name: text, weight: decimal }),
    agreement: listOf({ panel: text, jurors: whole, concordance: maybe(decimal), difference: maybe(decimal) }),
    ranking: listOf({ rank: whole, name: text, value: maybe(decimal), prize: maybe(text) }),
    decisions: listOf({ kind: oneOf('award', 'withhold'), name: text, reason: text }),
  },
};
const writers = { minutes, consent, 'interview-minutes': interviewMinutes, 'jury-record': juryRecord };

/** Papers that people sign: a title, a few facts, text, a table, places for signatures. */
export const composeRecord = (kind) => (document) => {
  expect(document !== null && typeof document === 'object', 'document');
  check(document, { ...common, ...shapes[kind] }, 'document');
  const { voice, view, prose } = frameView(document, `${kind}.title`);
  return { ...view, ...writers[kind](document, { ...voice, prose, level: (value) => (value ? voice.number(value) : '–') }) };
};
