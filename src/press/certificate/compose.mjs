import { frameView } from '../frame.mjs';
import { check, day, flag, listOf, maybe, object, register, tenant, text } from '../shape.mjs';

const shape = {
  locale: text, tenant, register, issuedOn: day, synthetic: flag, draft: flag,
  award: object({ name: text, year: text, category: text, prize: maybe(text), citation: maybe(text) }),
  winner: object({ name: text, other: maybe(text) }),
  place: maybe(text),
  signatures: listOf({ name: text, title: text }), // an empty name is signed by hand
};

const signaturesAtMost = 3;

export function composeCertificate(document) {
  check(document, shape, 'document');
  const { voice, view, prose } = frameView(document, 'certificate.title');
  const { say } = voice;
  const { award, winner } = document;
  const signer = view.template?.signature;
  return {
    ...view,
    given: say('certificate.given'), winner: prose(winner.name), other: winner.other ? prose(winner.other) : null,
    as: award.prize ? say('certificate.prize', { prize: award.prize }) : say('certificate.winner'),
    category: prose(award.category), award: prose(say('certificate.award', { award: award.name, year: award.year })),
    citation: award.citation ? prose(award.citation) : null,
    dated: signer?.dated ?? (document.place ? say('certificate.dated', { place: document.place, date: voice.date(document.issuedOn) }) : voice.date(document.issuedOn)),
    signatures: signer ? [{ name: signer.name, title: signer.title ?? prose('') }] : document.signatures.slice(0, signaturesAtMost).map(({ name, title }) => ({ name: prose(name), title: prose(title) })),
  };
}
