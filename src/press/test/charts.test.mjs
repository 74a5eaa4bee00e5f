import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { axisAnchors, radarOption } from '../charts/radar.mjs';
import { radarSvg } from '../svg.mjs';

const chart = {
  axes: ['A1', 'A2', 'A3', 'A4'].map((code) => ({ code, name: `Aspect ${code}` })), min: 0, max: 5,
  series: [{ key: 'external', name: 'External', values: [3, 3.25, 1, null] }, { key: 'self', name: 'Self', values: [4, 4, 2, 2] }],
};

test('radar: the same data give the same bytes, however many charts were drawn before', () => {
  const first = radarSvg(chart);
  radarSvg({ ...chart, series: chart.series.slice(0, 1) });
  assert.equal(radarSvg(chart), first);
});

test('radar: other data give other bytes', () => {
  const other = { ...chart, series: [{ ...chart.series[0], values: [3, 3.25, 1.5, null] }] };
  assert.notEqual(radarSvg(other), radarSvg({ ...chart, series: chart.series.slice(0, 1) }));
});

test('radar: the option holds the data and no function, so it can cross a wire', () => {
  const option = radarOption(chart);
  assert.deepEqual(JSON.parse(JSON.stringify(option)), option);
  assert.deepEqual(option.series[0].data[0].value, [3, 3.25, 1, '-']);
  assert.equal(option.animation, false);
});

test('radar: a narrow screen gets codes, the typesetter nothing, beside the axes', () => {
  const named = ['full', 'codes', 'none'].map((names) => radarOption(chart, { names }).radar.indicator[0].name);
  assert.deepEqual(named, ['A1 Aspect A1', 'A1', '']);
});

test('radar: an axis name is text, not markup', () => {
  const svg = radarSvg({ ...chart, axes: chart.axes.map((axis) => ({ ...axis, name: '<script>alert(1)</script>' })) });
  assert.ok(!svg.includes('<script'));
});

test('radar: anchors go round clockwise from the top', () => {
  const [top, right, bottom, left] = axisAnchors(4, 0.8);
  assert.deepEqual([top, right, bottom, left], [{ x: 0.5, y: 0.1 }, { x: 0.9, y: 0.5 }, { x: 0.5, y: 0.9 }, { x: 0.1, y: 0.5 }]);
});

test('charts: nothing in the folder imports from Node, so the browser can bundle it', () => {
  const folder = new URL('../charts/', import.meta.url);
  for (const file of readdirSync(folder)) assert.doesNotMatch(readFileSync(new URL(file, folder), 'utf8'), /from ['"]node:|require\(/, file);
});
