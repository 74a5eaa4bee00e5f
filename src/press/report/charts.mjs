import { axisAnchors } from '../charts/radar.mjs';
import { palette } from './colour.mjs';
import { radarSvg } from '../svg.mjs';

export function chartsView(document, context) {
  const { voice, areas, fixed } = context;
  const { say } = voice;
  const ceiling = Math.max(...document.instrument.scales.flatMap((scale) => scale.levels.map((level) => Number(level.value))));
  const values = voice.list(areas.map((area) => valueSentence(area, context)));
  const means = new Map((document.comparison?.rows ?? []).map((row) => [row.node, row.mean]));
  const withSelf = areas.some((area) => area.self);
  const series = [['external', (area) => area.published], ['self', (area) => area.self], ['group', (area) => means.get(area.code)]]
    .filter(([key]) => key === 'external' || (key === 'self' && withSelf) || (key === 'group' && means.size > 0))
    .map(([key, read]) => ({ key, name: say(`chart.series.${key}`), values: areas.map((area) => toNumber(read(area))) }));
  return {
    radar: radarView(document, areas, series, ceiling),
    radarCaption: say('chart.radar', { min: 0, max: ceiling }), radarAlt: say('chart.radar.alt', { values }),
    series: series.map((entry) => entry.name), axesIntro: say('chart.axes'),
    axes: areas.map((area) => ({ code: area.code, name: area.name })),
    rings: Array.from({ length: ceiling }, (_, index) => voice.number(index + 1)),
    barsCaption: say('chart.bars'), barsAlt: say('chart.bars.alt', { values }),
    bars: areas.map((area) => ({
      code: area.code, name: area.name,
      bars: series.map((entry, at) => ({ key: entry.key, share: (entry.values[areas.indexOf(area)] ?? 0) / ceiling, value: label(area, at, series, means, fixed) })),
    })),
    ceiling,
  };
}

function valueSentence(area, { voice, fixed }) {
  const name = `${area.code} ${area.name}`;
  return area.self
    ? voice.say('chart.values', { name, external: fixed(area.published), self: fixed(area.self) })
    : voice.say('chart.value', { name, external: fixed(area.published) });
}

function label(area, at, series, means, fixed) {
  const read = { external: area.published, self: area.self, group: means.get(area.code) };
  return fixed(read[series[at].key]) ?? '–';
}

// Three axes at least make a shape; below that the bars say all there is.
function radarView(document, areas, series, ceiling) {
  if (areas.length < 3) return null;
  const chart = { axes: areas.map(({ code, name }) => ({ code, name })), min: 0, max: ceiling, series };
  const colours = palette(document.tenant.accent);
  // The names are set by the typesetter: Arabic inside an embedded SVG loses its text in PDF/UA.
  return { svg: radarSvg(chart, { accent: colours.base, names: 'none' }), anchors: axisAnchors(areas.length) };
}

const toNumber = (value) => (value === undefined || value === null ? null : Number(value));
