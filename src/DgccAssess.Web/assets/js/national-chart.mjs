// Loaded only when somebody touches a chart of a national result.
import { BarChart, BoxplotChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { chartHeight, nationalOption } from '../../../press/charts/national.mjs';
import { theme } from './chart-theme.mjs';

// Canvas, and text drawn into it: the content security policy forbids the style attributes the other ways need.
use([BarChart, BoxplotChart, LineChart, ScatterChart, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, TooltipComponent, CanvasRenderer]);

export function drawChart(picture, chart) {
  const place = document.createElement('div');
  place.className = 'chart-live';
  place.setAttribute('role', 'img');
  place.setAttribute('aria-label', picture.alt);
  (picture.closest('picture') ?? picture).replaceWith(place);

  const live = init(place, null, { renderer: 'canvas', height: chartHeight(chart) });
  const draw = () => live.setOption(withTooltip(nationalOption(chart, { ...theme(place), names: narrow.matches ? 'codes' : 'full' }), chart), true);
  draw();
  new ResizeObserver(() => {
    live.resize({ height: chartHeight(chart) });
    draw();
  }).observe(place);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
}

const narrow = matchMedia('(max-width: 40rem)');

/** A row in words: every column of the table beneath, as it stands there. */
function withTooltip(option, chart) {
  const lines = ({ dataIndex, seriesType, value }) => {
    const row = chart.rows[seriesType === 'scatter' ? value[1] : dataIndex];
    return [row.name, ...chart.series.map((series, index) => `${series.name}  ${row.texts[index]}`)].join('\n');
  };
  return { ...option, tooltip: { ...option.tooltip, renderMode: 'richText', formatter: lines } };
}
