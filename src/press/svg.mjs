import { BarChart, BoxplotChart, LineChart, RadarChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, RadarComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { chartHeight, nationalOption } from './charts/national.mjs';
import { radarOption } from './charts/radar.mjs';

use([
  BarChart, BoxplotChart, LineChart, RadarChart, ScatterChart, GridComponent, LegendComponent, MarkLineComponent, RadarComponent, TitleComponent, TooltipComponent, SVGRenderer,
]);

// Pixels. Full names need room at both sides; a phone has none and gets codes.
const sizes = { full: [640, 480], codes: [360, 360], none: [480, 480] };

export function radarSvg(chart, theme) {
  return draw(sizes[theme?.names ?? 'full'], radarOption(chart, theme));
}

const widths = { full: 760, codes: 340 };

export function nationalSvg(chart, theme) {
  return draw([widths[theme?.names ?? 'full'], chartHeight(chart)], nationalOption(chart, theme));
}

function draw([width, height], option) {
  const instance = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    instance.setOption(option);
    // Names of classes and clips carry a counter of charts drawn by this process; without it the bytes depend on the data alone.
    return instance.renderToSVGString().replace(/<style[\s\S]*?<\/style>\n?/g, '').replace(/ class="zr\d+-[^"]*"/g, '').replace(/\bzr\d+-/g, 'zr-');
  } finally {
    instance.dispose();
  }
}
