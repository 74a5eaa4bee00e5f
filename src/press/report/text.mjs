import { composeReport } from './compose.mjs';

/** Kind of file for the words that name it; it is set elsewhere, in a word processor's own format. */
export const textVariant = 'docx';

/** The agency report as blocks of finished strings in reading order, for a writer that knows nothing of results. The same view as on paper, so no
 * figure can differ. Charts are left out: every value of theirs stands in the tables of results and comparison. */
export function composeReportText(document) {
  const view = composeReport(document, textVariant);
  const { sections, register } = view;
  const section = (name, ...blocks) => [heading(1, sections[name]), ...blocks];
  return {
    language: view.region ? `${view.language}-${view.region}` : proofing[view.language], dir: view.dir, date: document.publishedOn,
    colours: view.colours, title: `${view.title} – ${view.agency.text}`, subject: view.round, tenant: view.tenant, number: document.register?.number ?? null,
    marks: view.marks, running: [cell(view.running.agency), cell(view.running.round)], stamp: [cell(view.running.tenant), cell(view.stamp)],
    page: view.page.map((part) => (typeof part === 'string' ? { field: part } : part)),
    blocks: [
      ...coverBlocks(view),
      { kind: 'contents', text: cell(view.contents), entries: contents(view).map(cell) },
      ...section('summary', ...summaryBlocks(view.summary)),
      ...section('method', ...methodBlocks(view.method)),
      ...section('results', ...resultsBlocks(view)),
      ...section('findings', ...findingsBlocks(view.findings)),
      ...section('recommendations', ...recommendationsBlocks(view.recommendations)),
      ...section('levels', ...levelsBlocks(view.levels)),
      ...section('indicators', ...indicatorsBlocks(view.indicators)),
      ...section('register', paragraph(register.text), table(register.caption, register.columns, register.rows, { widths: [30, 70] }), ...verifyBlocks(register.verify)),
      heading(2, view.signature.title),
      { kind: 'facts', rows: view.signature.rows.map((label) => [cell(label), cell('')]), signed: true },
    ],
  };
}

// A spelling checker wants a country beside the language.
const proofing = { en: 'en-GB', id: 'id-ID', fr: 'fr-FR', ar: 'ar-SA' };
const contents = ({ sections }) => ['summary', 'method', 'results', 'findings', 'recommendations', 'levels', 'indicators', 'register'].map((name) => sections[name]);

const cell = (value) => (typeof value === 'string' ? { text: value } : 'hash' in value ? { text: value.hash, dir: 'ltr', code: true } : value);
const strong = (value) => ({ ...cell(value), strong: true });
const heading = (level, text) => ({ kind: 'heading', level, text: cell(text) });
const paragraph = (text, style) => ({ kind: 'paragraph', text: cell(text), style });
const list = (items) => ({ kind: 'list', items: items.map(cell) });
const table = (caption, columns, rows, { numeric = [], strongRows = [], widths }) =>
  ({ kind: 'table', caption: cell(caption), columns: columns.map(cell), rows: rows.map((row) => row.map(cell)), numeric, strongRows, widths });

function coverBlocks({ title, tenant, agency, marks, cover }) {
  return [
    ...marks.map((mark) => paragraph(mark, 'mark')),
    paragraph(tenant, 'small'), { kind: 'title', text: cell(title) }, { kind: 'subtitle', text: cell(agency) },
    { kind: 'facts', rows: [[cover.indexLabel, strong(cover.index)], [cover.predicateLabel, strong(cover.predicate)], ...cover.rows].map((row) => row.map(cell)) },
  ];
}

function summaryBlocks({ sentences, levels, next }) {
  const steps = next.steps.map((step) => `${step.code} ${step.name}. ${[step.step, step.gain].filter(Boolean).join(' · ')}`);
  return [
    paragraph(sentences[0], 'lead'), ...sentences.slice(1).map((sentence) => paragraph(sentence)),
    table(levels.caption, levels.columns, levels.rows.map((row) => [row.label, row.count]), { numeric: [1], widths: [70, 30] }),
    ...(steps.length > 0 ? [paragraph(next.title, 'label'), list(steps)] : []),
  ];
}

function methodBlocks(method) {
  const { predicates, scales } = method;
  return [
    ...method.opening.map((sentence) => paragraph(sentence)), paragraph(method.formulaIntro), paragraph(method.formula, 'lead'),
    ...method.closing.map((sentence) => paragraph(sentence)),
    heading(2, method.stagesTitle), list(method.stages.map((stage) => `${stage.term} – ${stage.text}`)),
    table(predicates.caption, predicates.columns, predicates.rows, { numeric: [1, 2], widths: [50, 25, 25] }),
    table(scales.caption, scales.columns, scales.rows, { widths: [15, ...scales.columns.slice(1).map(() => 85 / (scales.columns.length - 1))] }),
  ];
}

function resultsBlocks({ results, comparison, sections }) {
  const { total } = results;
  const rows = results.rows.map((row) => [row.code, { text: row.name, depth: row.depth }, row.weight, row.self, row.index]);
  const strongRows = [...results.rows.flatMap((row, at) => (row.depth === 0 ? [at] : [])), rows.length];
  return [
    paragraph(results.intro),
    table(results.caption, results.columns, [...rows, ['', `${total.name} – ${total.predicate}`, '', total.self, total.index]], { numeric: [2, 3, 4], strongRows, widths: [12, 52, 12, 12, 12] }),
    ...(comparison === null ? [] : [
      heading(2, sections.comparison), paragraph(comparison.intro),
      table(comparison.caption, comparison.columns, comparison.rows.map((row) => [row.code, row.name, row.own, row.mean, row.best]), {
        numeric: [2, 3, 4], strongRows: comparison.rows.flatMap((row, at) => (row.total ? [at] : [])), widths: [12, 46, 14, 14, 14],
      }),
    ]),
  ];
}

function findingsBlocks({ intro, areas, strengths, weaknesses }) {
  return [
    paragraph(intro),
    ...areas.flatMap((area) => [
      heading(2, `${area.code} ${area.name}`), paragraph(area.index, 'small'),
      paragraph(strengths, 'label'), list(area.strengths), paragraph(weaknesses, 'label'), list(area.weaknesses),
      ...(area.notes.length > 0 ? [paragraph(area.notes.join(' '), 'small')] : []),
    ]),
  ];
}

function recommendationsBlocks({ intro, steps }) {
  return [
    paragraph(intro),
    ...steps.flatMap((step) => [heading(2, `${step.code} ${step.name}`), paragraph([step.step, step.gain].filter(Boolean).join(' · '), 'small'), list(step.criteria)]),
  ];
}

function levelsBlocks({ intro, caption, columns, rows }) {
  return [
    paragraph(intro),
    table(caption, columns, rows.map((row) => [row.code, row.name, row.weight, row.self, row.target, strong(row.level), row.levelName]), { numeric: [2, 3, 4, 5], widths: [8, 33, 10, 11, 10, 11, 17] }),
  ];
}

function indicatorsBlocks({ areas, reason }) {
  return areas.flatMap((area) => [heading(2, `${area.code} ${area.name}`), ...area.indicators.flatMap((item) => indicatorBlocks(item, reason))]);
}

function indicatorBlocks(item, reason) {
  return [
    heading(3, `${item.code} ${item.name}`), paragraph(item.facts.join(' · '), 'small'),
    ...(item.subject === null ? [] : [paragraph(item.subject)]),
    paragraph(reason, 'label'), paragraph(item.reason),
    ...(item.next === null ? [paragraph(item.top, 'small')] : [paragraph(item.next, 'label'), list(item.missing)]),
  ];
}

function verifyBlocks(verify) {
  return verify === null ? [] : [paragraph(verify.text), paragraph({ hash: verify.address }), { kind: 'code', text: cell(verify.alt) }];
}
