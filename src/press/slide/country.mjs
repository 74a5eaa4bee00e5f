import { composeBrief } from '../brief/compose.mjs';
import { expect } from '../shape.mjs';
import { frameView } from '../frame.mjs';

/** A country's distribution and change as a picture that stands alone on a slide. */
export function composeCountrySlide(document) {
  const brief = composeBrief(document);
  expect(brief.index !== null, 'document.national');
  const { voice: { say, date, percent } } = frameView(document, 'brief.title');
  const { instrument, national, round, agreement } = document;
  const share = national.agencies > 0 && Number.isInteger(national.verified) ? percent(Math.round((100 * national.verified) / national.agencies)) : say('countries.unknown');
  return {
    ...brief,
    heading: brief.country.name, subtitle: say('slide.country', { round }),
    terms: [say('slide.terms', {
      country: brief.country.name.text, instrument: instrument.code, hash: instrument.hash.slice(0, 8), round, agencies: national.agencies ?? say('brief.hidden'), verified: share, date: date(document.issuedOn),
      agreement: agreement ? (agreement.endsOn ? say('brief.agreement.until', { number: agreement.number, date: date(agreement.endsOn) }) : say('brief.agreement.number', { number: agreement.number })) : say('brief.agreement.none'),
    })],
    notes: [say('slide.note', { threshold: String(document.suppression.threshold) }), brief.origin].join(' '),
  };
}
