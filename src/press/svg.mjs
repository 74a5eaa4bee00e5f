import { RadarChart } from 'echarts/charts';
import { LegendComponent, RadarComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { radarOption } from './charts/radar.mjs';

use([RadarChart, RadarComponent, LegendComponent, TooltipComponent, SVGRenderer]);

// Pixels. Full names need room at both sides; a phone has none and gets codes.
const sizes = { full: [640, 480], codes: [360, 360], none: [480, 480] };

export function radarSvg(chart, theme) {
  const [width, height] = sizes[theme?.names ?? 'full'];
  const instance = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    instance.setOption(radarOption(chart, theme));
    // Class names carry a counter of charts drawn by this process; without them the bytes depend on the data alone.
    return instance.renderToSVGString().replace(/<style[\s\S]*?<\/style>\n?/g, '').replace(/ class="zr\d+-[^"]*"/g, '');
  } finally {
    instance.dispose();
  }
}
