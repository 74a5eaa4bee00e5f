const fallback = '#1d4f76';

/** One accent from the tenant, made dark enough for white text on it (contrast 4.5) and for rules on white. */
export function palette(accent) {
  let base = parse(accent ?? fallback);
  while (contrastWithWhite(base) < 5) base = base.map((part) => Math.floor(part * 0.94));
  return { base: hex(base), dark: hex(base.map((part) => Math.floor(part * 0.72))), soft: hex(mix(base, 0.72)), tint: hex(mix(base, 0.92)) };
}

const parse = (text) => [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16));
const hex = (parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
const mix = (parts, white) => parts.map((part) => Math.round(part + (255 - part) * white));

export function contrastWithWhite(parts) {
  const [r, g, b] = parts.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}
