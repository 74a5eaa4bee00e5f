/** Colours and letters of the page, for a chart that stands in it. */
export function theme(place) {
  const colours = { accent: 'accent', second: 'second', third: 'third', text: 'ink', muted: 'muted', line: 'line', band: 'ground' };
  const style = getComputedStyle(place);
  return {
    ...Object.fromEntries(Object.entries(colours).map(([name, token]) => [name, resolve(place, token)])),
    fontFamily: style.fontFamily,
    fontSize: Math.max(11, Math.min(13, place.clientWidth / 36)),
  };
}

/** A token may be any CSS colour; the chart library reads only the older notations. */
function resolve(place, token) {
  const probe = document.createElement('span');
  probe.style.color = `var(--${token})`;
  place.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}
