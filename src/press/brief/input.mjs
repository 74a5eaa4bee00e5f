import { check, day, decimal, expect, flag, listOf, maybe, object, oneOf, register, tenant, text, whole } from '../shape.mjs';

// Null is a hidden figure wherever a figure may be null.
const count = maybe(whole);
const mean = maybe(decimal);
const level = oneOf('participation', 'national', 'areas', 'agencies');
const agreement = maybe(object({ number: whole, endsOn: maybe(day) }));

const shape = {
  locale: text, tenant, register, issuedOn: day, synthetic: flag, draft: flag,
  country: object({ code: text, name: maybe(text), other: maybe(text) }),
  round: text, cycle: oneOf('evaluation', 'monitoring'), version: whole, level, agreement,
  instrument: object({ code: text, title: text, hash: text, decimals: whole }),
  participation: object({ agencies: whole, submitted: whole, reviewed: whole, published: whole, dueOn: maybe(day), nationalOn: maybe(day) }),
  national: maybe(object({
    number: whole, reason: maybe(text), agencies: count, mean, meanOf: count, verified: count,
    predicates: listOf({ name: text, count }),
    areas: listOf({ name: text, mean }),
    change: maybe(object({ round: text, comparable: flag, both: count, up: count, same: count, down: count, difference: mean })),
  })),
  awards: maybe(listOf({ name: text, on: day, categories: whole, winners: whole })),
  rounds: listOf({ round: text, instrument: text, decimals: whole, hasNational: flag, mean, meanOf: count, level, agreement, broken: flag }),
  suppression: object({ threshold: whole, hidden: whole }),
};

export function checkBrief(document) {
  expect(document !== null && typeof document === 'object', 'document');
  check(document, shape, 'document');
}
