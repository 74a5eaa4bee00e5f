// The radar of a result, defined once: the browser draws it live, the press draws it to SVG.
// Plain data in, ECharts option out; nothing here may import from Node.

/**
 * @typedef {{ axes: { code: string, name: string }[], min: number, max: number,
 *   series: { key: string, name: string, values: (number | null)[] }[] }} RadarChart
 */

export const lightTheme = Object.freeze({
  accent: '#1d4f76', second: '#8a5a00', third: '#5f6b76',
  text: '#1f2933', muted: '#5f6b76', line: '#c9d1d9', band: '#f6f8fa', background: 'transparent',
  fontFamily: "'Noto Sans', 'Noto Sans Arabic', sans-serif", fontSize: 12,
  /** Beside the axes: 'full' (code and name), 'codes', or 'none'. */
  names: 'full',
});

const strokes = [
  { key: 'accent', type: 'solid', symbol: 'circle', fill: 0.16, width: 2 },
  { key: 'second', type: [5, 3], symbol: 'rect', fill: 0, width: 1.5 },
  { key: 'third', type: [2, 3], symbol: 'triangle', fill: 0, width: 1.5 },
];

export const radius = 0.68;

/** @param {RadarChart} chart */
export function radarOption(chart, theme = {}) {
  const look = { ...lightTheme, ...theme };
  const text = { color: look.text, fontFamily: look.fontFamily, fontSize: look.fontSize };
  return {
    animation: false,
    backgroundColor: look.background,
    color: strokes.map((stroke) => look[stroke.key]),
    textStyle: text,
    tooltip: { trigger: 'item', confine: true },
    legend: {
      show: look.names !== 'none' && chart.series.length > 1, bottom: 0, itemGap: 18, textStyle: text,
      data: chart.series.map((series) => series.name),
    },
    radar: {
      shape: 'polygon', center: ['50%', '50%'], radius: `${radius * 100}%`, startAngle: 90,
      splitNumber: chart.max - chart.min, clockwise: true,
      indicator: chart.axes.map((axis) => ({ name: axisNames[look.names](axis), min: chart.min, max: chart.max })),
      axisName: { show: look.names !== 'none', ...text, lineHeight: look.fontSize * 1.3 },
      axisLine: { lineStyle: { color: look.line, width: 1 } },
      splitLine: { lineStyle: { color: look.line, width: 1 } },
      splitArea: { areaStyle: { color: [look.band, 'transparent'] } },
    },
    series: [{
      type: 'radar', silent: false, emphasis: { disabled: true },
      data: chart.series.map((series, index) => radarSeries(series, strokes[index % strokes.length], look)),
    }],
  };
}

function radarSeries(series, stroke, look) {
  return {
    name: series.name,
    value: series.values.map((value) => value ?? '-'),
    symbol: stroke.symbol,
    symbolSize: 6,
    itemStyle: { color: look[stroke.key] },
    lineStyle: { color: look[stroke.key], width: stroke.width, type: stroke.type },
    areaStyle: { color: look[stroke.key], opacity: stroke.fill },
  };
}

const axisNames = { full: fullName, codes: (axis) => axis.code, none: () => '' };

function fullName(axis) {
  const lines = [];
  for (const word of `${axis.code} ${axis.name}`.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 20) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.slice(0, 4).join('\n');
}

/** Where axis names go when they are set outside the chart: x and y as shares of the square, from its top left. */
export function axisAnchors(count, distance = radius + 0.06) {
  return Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count;
    return { x: round(0.5 + (distance / 2) * Math.sin(angle)), y: round(0.5 - (distance / 2) * Math.cos(angle)) };
  });
}

const round = (value) => Math.round(value * 10000) / 10000;
