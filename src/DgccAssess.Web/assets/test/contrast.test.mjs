import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const source = readFileSync(new URL('../scss/_tokens.scss', import.meta.url), 'utf8');
const [lightPart, darkPart] = source.split('@media (prefers-color-scheme: dark)');
const tokens = (part) => Object.fromEntries([...part.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6});/g)].map(([, name, value]) => [name, value]));
const schemes = { light: tokens(lightPart), dark: { ...tokens(lightPart), ...tokens(darkPart) } };

const hex = (value) => {
  const full = value.length === 4 ? [...value.slice(1)].map((digit) => digit + digit).join('') : value.slice(1);
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255);
};
const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const luminance = ([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
const ratio = (one, other) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};
const rgb = (value) => hex(value).map(linear);

/** CSS Color 4: OKLab of linear sRGB, and back, cut to the gamut. */
function toOklch([red, green, blue]) {
  const [l, m, s] = [
    0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue,
    0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue,
    0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue,
  ].map(Math.cbrt);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(a, b), Math.atan2(b, a)];
}

function fromOklch([lightness, chroma, hue]) {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const [l, m, s] = [
    lightness + 0.3963377774 * a + 0.2158037573 * b,
    lightness - 0.1055613458 * a - 0.0638541728 * b,
    lightness - 0.0894841775 * a - 1.291485548 * b,
  ].map((part) => part ** 3);
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((part) => Math.min(1, Math.max(0, part)));
}

for (const [scheme, token] of Object.entries(schemes)) {
  test(`body text on every ground reaches AAA, ${scheme}`, () => {
    for (const ground of ['paper', 'ground', 'raised', 'ok-ground', 'warn-ground', 'bad-ground', 'info-ground']) {
      assert.ok(ratio(rgb(token.ink), rgb(token[ground])) >= 7, `ink on ${ground}`);
    }
  });

  test(`secondary text, statuses and borders keep their contrast, ${scheme}`, () => {
    const pairs = [['muted', 'paper', 7], ['muted', 'ground', 4.5], ['line-strong', 'paper', 3], ['focus', 'paper', 3], ['bad', 'paper', 7],
      ...['ok', 'warn', 'bad', 'info', 'quiet'].map((kind) => [kind, `${kind}-ground`, 4.5])];
    for (const [text, ground, least] of pairs) {
      const found = ratio(rgb(token[text]), rgb(token[ground]));
      assert.ok(found >= least, `${text} on ${ground}: ${found.toFixed(2)} of ${least}`);
    }
  });
}

/** The limits as written in the style sheet, so that this fails when they are loosened. */
const limits = {
  light: /--accent: oklch\(from var\(--tenant-accent, #1a5276\) clamp\(([\d.]+), l, ([\d.]+)\) min\(c, ([\d.]+)\) h\)/.exec(lightPart).slice(1).map(Number),
  dark: /--accent: oklch\(from var\(--tenant-accent, #1a5276\) ([\d.]+) min\(c, ([\d.]+)\) h\)/.exec(darkPart).slice(1).map(Number),
};

test('whatever colour a tenant chooses, its text and ground keep AA', () => {
  for (let number = 0; number < 4096; number++) {
    const chosen = [number >> 8, (number >> 4) & 15, number & 15].map((part) => linear(part / 15));
    const [lightness, chroma, hue] = toOklch(chosen);
    const light = fromOklch([Math.min(Math.max(lightness, limits.light[0]), limits.light[1]), Math.min(chroma, limits.light[2]), hue]);
    const dark = fromOklch([limits.dark[0], Math.min(chroma, limits.dark[1]), hue]);
    const name = number.toString(16).padStart(3, '0');
    assert.ok(ratio(light, rgb('#fff')) >= 4.5, `#${name} in the light: ${ratio(light, rgb('#fff'))}`);
    assert.ok(ratio(dark, rgb(schemes.dark['on-accent'])) >= 4.5 && ratio(dark, rgb(schemes.dark.paper)) >= 4.5, `#${name} in the dark`);
  }
});
