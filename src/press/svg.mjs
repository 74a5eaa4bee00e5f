import { RadarChart } from 'echarts/charts';
import { LegendComponent, RadarComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { radarOption } from './charts/radar.mjs';

use([RadarChart, RadarComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export function radarSvg(chart, theme, width = 480, height = 480) {
  const instance = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    instance.setOption(radarOption(chart, theme));
    // Class names carry a counter of charts drawn by this process; without them the bytes depend on the data alone.
    return instance.renderToSVGString().replace(/<style[\s\S]*?<\/style>\n?/g, '').replace(/ class="zr\d+-[^"]*"/g, '');
  } finally {
    instance.dispose();
  }
}
