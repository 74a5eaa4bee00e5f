import { composeSlides } from './awards/slides.mjs';
import { composeBrief } from './brief/compose.mjs';
import { composeCertificate } from './certificate/compose.mjs';
import { composeComparison } from './comparison/compose.mjs';
import { composeNational } from './national/compose.mjs';
import { composeRecord } from './records/compose.mjs';
import { composeReport } from './report/compose.mjs';
import { composeComparisonSlide } from './slide/comparison.mjs';
import { composeCountrySlide } from './slide/country.mjs';

/** What the press can set: from a document to the finished strings of a template. */
export const papers = Object.freeze({
  'agency-report': { compose: composeReport, template: 'agency-report.typ' },
  'national-report': { compose: composeNational, template: 'national-report.typ' },
  brief: { compose: composeBrief, template: 'brief.typ' },
  comparison: { compose: composeComparison, template: 'comparison.typ' },
  certificate: { compose: composeCertificate, template: 'certificate.typ' },
  'comparison-slide': { compose: composeComparisonSlide, template: 'slide.typ', isPicture: true },
  'country-slide': { compose: composeCountrySlide, template: 'country-slide.typ', isPicture: true },
  'winners-slides': { compose: composeSlides, template: 'winners-slides.typ' },
  ...Object.fromEntries(['minutes', 'consent', 'interview-minutes', 'jury-record'].map((kind) => [kind, { compose: composeRecord(kind), template: 'record.typ' }])),
});
