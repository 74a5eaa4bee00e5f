// Loaded only when somebody touches a radar.
import { RadarChart } from 'echarts/charts';
import { LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { radarOption } from '../../../press/charts/radar.mjs';
import { theme } from './chart-theme.mjs';

// Canvas, and text drawn into it: the content security policy forbids the style attributes the other ways need.
use([RadarChart, TooltipComponent, LegendComponent, CanvasRenderer]);

export function drawRadar(picture, chart) {
  const place = document.createElement('div');
  place.className = 'radar-live';
  place.setAttribute('role', 'img');
  place.setAttribute('aria-label', picture.alt);
  (picture.closest('picture') ?? picture).replaceWith(place);

  const live = init(place, null, { renderer: 'canvas' });
  const draw = () => {
    live.setOption(fitted(radarOption(chart, { ...theme(place), names: narrow.matches ? 'codes' : 'full' }), chart), true);
  };
  draw();
  new ResizeObserver(() => {
    live.resize();
    draw();
  }).observe(place);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
}

// Names beside the axes would be cut off; the table has them. The pictures of the page change at the same width.
const narrow = matchMedia('(max-width: 40rem)');

function fitted(option, chart) {
  const nameOf = (axis) => (narrow.matches ? axis.code : `${axis.code} ${axis.name}`);
  const lines = ({ name, value }) => [name, ...chart.axes.map((axis, index) => `${nameOf(axis)}  ${figure(value[index])}`)].join('\n');
  return {
    ...option,
    tooltip: { ...option.tooltip, renderMode: 'richText', formatter: lines },
  };
}

const figure = (value) => (typeof value === 'number'
  ? new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)
  : value);
