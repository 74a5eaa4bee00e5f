// The charts of a national result, defined once: the browser draws them live, the press draws them to SVG.
// Plain data in, ECharts option out; nothing here may import from Node, and no option holds a function.

/**
 * @typedef {{ kind: 'boxes' | 'predicates' | 'trend', direction: 'ltr' | 'rtl', min: number, max: number, note: string, marks?: string[],
 *   series: { key: string, name: string }[], rows: { name: string, values: (number | null)[], texts?: string[], isBreak?: boolean }[] }} NationalChart
 */

export const lightTheme = Object.freeze({
  accent: '#1d4f76', second: '#8a5a00', third: '#5f6b76',
  text: '#1f2933', muted: '#5f6b76', line: '#c9d1d9', band: '#f6f8fa', background: 'transparent',
  fontFamily: "'Noto Sans', 'Noto Sans Arabic', sans-serif", fontSize: 12,
});

// One hue from light to dark: the order is seen without colour, in print and by everybody. Letters on it are dark or light.
const ramp = ['#08306b', '#2171b5', '#6baed6', '#bdd7e7', '#eff3ff'];
const letters = ['#ffffff', '#ffffff', '#0c1116', '#0c1116', '#0c1116'];

export const boxColumns = 5;
const rowHeight = 44;
const frame = 96;

/** Pixels a chart needs. */
export function chartHeight(chart) {
  return chart.kind === 'trend' ? 340 : frame + (rowHeight * chart.rows.length);
}

/** @param {NationalChart} chart */
export function nationalOption(chart, theme = {}) {
  const look = { ...lightTheme, ...theme };
  const text = { color: look.text, fontFamily: look.fontFamily, fontSize: look.fontSize };
  return {
    animation: false,
    backgroundColor: look.background,
    textStyle: text,
    tooltip: { trigger: 'item', confine: true },
    legend: { show: chart.kind !== 'trend' || chart.series.length > 1, top: 0, itemGap: 14, textStyle: text, data: legendOf(chart), ...(chart.kind === 'predicates' ? {} : { selectedMode: false }) },
    // Which figures these are stands in the picture: it travels without its page.
    title: { text: chart.note, left: 'center', bottom: 0, textStyle: { ...text, color: look.muted, fontSize: look.fontSize - 1, fontWeight: 'normal' } },
    ...kinds[chart.kind](chart, look, text),
  };
}

const legendOf = (chart) => (chart.kind === 'boxes' ? chart.series.slice(boxColumns).map((series) => series.name) : chart.series.map((series) => series.name));

const kinds = { boxes, predicates, trend };

function boxes(chart, look, text) {
  const figures = chart.series.slice(boxColumns);
  return {
    ...lying(chart, look, text, { min: chart.min, max: chart.max }),
    series: [
      {
        type: 'boxplot', boxWidth: [10, 20], silent: false,
        itemStyle: { color: look.band, borderColor: look.accent, borderWidth: 1.5 },
        data: chart.rows.map((row) => row.values.slice(0, boxColumns)),
      },
      ...figures.map((series, index) => ({
        name: series.name, type: 'scatter', symbol: index === 0 ? 'diamond' : 'triangle', symbolSize: index === 0 ? 11 : 14,
        itemStyle: { color: index === 0 ? look.second : look.text },
        data: chart.rows.flatMap((row, at) => (typeof row.values[boxColumns + index] === 'number' ? [[row.values[boxColumns + index], at]] : [])),
      })),
    ],
  };
}

function predicates(chart, look, text) {
  return {
    ...lying(chart, look, text, { min: 0, max: 100 }),
    series: chart.series.map((series, index) => {
      const step = shade(index, chart.series.length);
      return {
        name: series.name, type: 'bar', stack: 'all', barWidth: 24,
        itemStyle: { color: ramp[step], borderColor: look.muted, borderWidth: 0.5 },
        label: { show: true, position: 'inside', color: letters[step], fontFamily: look.fontFamily, fontSize: look.fontSize },
        data: chart.rows.map((row) => part(row, index)),
      };
    }),
  };
}

/** The bar is as long as the share; what is written on it is the number, where it has room. */
function part(row, index) {
  const all = row.values.reduce((sum, value) => sum + (value ?? 0), 0);
  const share = all === 0 ? 0 : ((row.values[index] ?? 0) * 100) / all;
  return { value: share, label: { show: share >= 5, formatter: String(row.values[index] ?? 0) } };
}

const shade = (index, count) => (count < 2 ? 0 : Math.round((index * (ramp.length - 1)) / (count - 1)));

function trend(chart, look, text) {
  const axis = { type: 'category', inverse: chart.direction === 'rtl', data: chart.rows.map((row) => row.name), axisLabel: { ...text, interval: 0 }, axisLine: { lineStyle: { color: look.line } }, axisTick: { show: false } };
  const [accent, ...others] = [{ color: look.accent, symbol: 'circle', type: 'solid', width: 2.5 }, ...['rect', 'triangle', 'diamond', 'pin', 'arrow', 'roundRect'].map((symbol) => ({ color: look.third, symbol, type: [4, 3], width: 1.2 }))];
  return {
    grid: { left: 24, right: 24, top: 40, bottom: 34, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: axis,
    yAxis: { type: 'value', min: chart.min, max: chart.max, interval: 1, position: chart.direction === 'rtl' ? 'right' : 'left', axisLabel: text, splitLine: { lineStyle: { color: look.line } } },
    series: chart.series.flatMap((series, index) => segments(chart).map(([from, to], nth) => {
      const stroke = index === 0 ? accent : others[(index - 1) % others.length];
      return {
        name: series.name, type: 'line', symbol: stroke.symbol, symbolSize: index === 0 ? 9 : 7, connectNulls: false,
        itemStyle: { color: stroke.color }, lineStyle: { color: stroke.color, width: stroke.width, type: stroke.type },
        label: { show: index === 0, position: 'top', ...text },
        data: chart.rows.map((row, at) => (at >= from && at < to ? point(row, index) : '-')),
        ...(index === 0 && nth > 0 ? { markLine: breakMark(chart, from, look, text) } : {}),
      };
    })),
  };
}

const point = (row, index) => (index === 0 && row.texts ? { value: row.values[0] ?? '-', label: { formatter: row.texts[0] } } : row.values[index] ?? '-');

/** Rounds on one instrument: no line leads from one instrument to the next. */
function segments(chart) {
  const starts = chart.rows.map((row, index) => (index === 0 || row.isBreak ? index : -1)).filter((index) => index >= 0);
  return starts.map((start, index) => [start, starts[index + 1] ?? chart.rows.length]);
}

function breakMark(chart, at, look, text) {
  return {
    silent: true, symbol: 'none', lineStyle: { color: look.muted, type: [6, 4], width: 1.5 },
    label: { ...text, color: look.muted, formatter: chart.marks?.[0] ?? '', position: 'insideEndTop' },
    data: [{ xAxis: at }],
  };
}

/** Bars and boxes that lie: the names of groups are long. */
function lying(chart, look, text, range) {
  const isReversed = chart.direction === 'rtl';
  return {
    grid: { left: 16, right: 24, top: 40, bottom: 34, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'value', ...range, inverse: isReversed, axisLabel: text, splitLine: { lineStyle: { color: look.line } } },
    yAxis: {
      type: 'category', inverse: true, position: isReversed ? 'right' : 'left', data: chart.rows.map((row) => row.name),
      axisLabel: { ...text, width: look.names === 'codes' ? 90 : 190, overflow: 'break' }, axisLine: { lineStyle: { color: look.line } }, axisTick: { show: false },
    },
  };
}
