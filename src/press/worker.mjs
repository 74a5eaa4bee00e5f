import { readCoverage } from './fonts.mjs';
import { frame, maxFrame, readFrames, Status } from './framing.mjs';
import { papers } from './papers.mjs';
import { createSanitiser, reduceDeep } from './sanitise.mjs';
import { composeReportText } from './report/text.mjs';
import { RefusedError } from './shape.mjs';
import { nationalSvg, radarSvg } from './svg.mjs';
import { createTypesetter, TypesettingError } from './typesetter.mjs';

// Stdout carries frames only; a library that prints there would break the protocol.
console.log = console.error;

const coverage = readCoverage();
const typesetter = createTypesetter();
const decoder = new TextDecoder('utf-8', { fatal: true });

const kinds = {
  ...Object.fromEntries(Object.entries(papers).map(([kind, paper]) => [kind, (request) => setPaper(paper, request)])),
  'agency-report-text': ({ document }) => Buffer.from(JSON.stringify(composeReportText(createSanitiser(coverage).deep(document))), 'utf8'),
  radar: ({ chart, theme }) => {
    if (!Array.isArray(chart?.axes) || !Array.isArray(chart?.series)) throw new RefusedError('wrong or missing: chart');
    return Buffer.from(radarSvg(createSanitiser(coverage).deep(chart), theme), 'utf8');
  },
  'national-chart': ({ chart, theme }) => {
    if (!['boxes', 'predicates', 'trend'].includes(chart?.kind) || !Array.isArray(chart.rows) || !Array.isArray(chart.series)) throw new RefusedError('wrong or missing: chart');
    return Buffer.from(nationalSvg(createSanitiser(coverage).deep(chart), theme), 'utf8');
  },
};

function setPaper({ compose, template, isPicture }, { document, variant }) {
  if (variant !== 'ua1' && variant !== 'a2a') throw new RefusedError('wrong or missing: variant, "ua1" or "a2a"');
  const sanitiser = createSanitiser(coverage);
  const view = compose(sanitiser.deep(document), variant);
  if (sanitiser.notes.replaced > 0 || sanitiser.notes.broken > 0) log('text-cleaned', sanitiser.notes);
  const make = (ready) => (isPicture ? typesetter.draw(template, ready) : typesetter.set(template, ready, variant));
  try {
    return make(view);
  } catch (error) {
    if (!(error instanceof TypesettingError)) throw error;
    log('second-try', { reason: error.message.slice(0, 400) });
    return make(reduceDeep(view));
  }
}

function answer(body) {
  if (body === null) return frame(Status.refused, `a request may have at most ${maxFrame} bytes`);
  let request;
  try {
    request = JSON.parse(decoder.decode(body));
  } catch {
    return frame(Status.refused, 'the request is not JSON in UTF-8');
  }
  const kind = Object.hasOwn(kinds, request?.kind ?? '') ? kinds[request.kind] : null;
  if (kind === null) return frame(Status.refused, `unknown kind of request: ${Object.keys(kinds).join(', ')} are known`);
  try {
    return frame(Status.ok, kind(request));
  } catch (error) {
    if (error instanceof RefusedError || error instanceof RangeError) return frame(Status.refused, error.message);
    return frame(Status.failed, error.message);
  }
}

// Texts of an assessment never reach the log: counts and reasons only.
function log(what, values) {
  console.error(JSON.stringify({ what, ...values }));
}

process.stdout.on('error', () => process.exit(0));

for await (const body of readFrames(process.stdin)) {
  const response = answer(body);
  await new Promise((resume) => process.stdout.write(response, resume));
  await typesetter.tidy();
}
