import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chartHeight, nationalOption } from '../charts/national.mjs';
import { nationalSvg } from '../svg.mjs';

const boxes = {
  kind: 'boxes', direction: 'ltr', min: 1, max: 5, note: 'spbe-2020, 2022, n = 5',
  series: ['lowest', 'lower', 'median', 'upper', 'highest', 'mean', 'own'].map((key) => ({ key, name: key })),
  rows: [{ name: 'Ministries', values: [1, 2, 2.5, 3, 4, 2.6, 3.2] }, { name: 'Cities', values: [1, 1.5, 2, 2.5, 3, 2.1, null] }],
};
const predicates = {
  kind: 'predicates', direction: 'ltr', min: 0, max: 100, note: 'n = 5', series: [{ key: 'good', name: 'Good' }, { key: 'poor', name: 'Poor' }],
  rows: [{ name: 'All', values: [3, 1] }, { name: 'None', values: [0, 0] }],
};
const trend = {
  kind: 'trend', direction: 'ltr', min: 1, max: 5, note: 'n = 5', marks: ['New instrument'], series: [{ key: 'all', name: 'All' }],
  rows: [{ name: '2019', values: [2] }, { name: '2020', values: [2.2] }, { name: '2021', values: [1.9], isBreak: true }],
};

for (const chart of [boxes, predicates, trend]) {
  test(`${chart.kind}: the option crosses a wire, and the same data give the same bytes`, () => {
    const option = nationalOption(chart);
    assert.deepEqual(JSON.parse(JSON.stringify(option)), option);
    assert.equal(nationalSvg(chart), nationalSvg(structuredClone(chart)));
    assert.ok(nationalSvg(chart).includes(chart.note));
  });

  test(`${chart.kind}: names are text, not markup`, () => {
    const svg = nationalSvg({ ...chart, rows: chart.rows.map((row) => ({ ...row, name: '<script>alert(1)</script>' })) });
    assert.ok(!svg.includes('<script'));
  });
}

test('boxes: five figures make the box, the mean and the own place are marks, what lacks is none', () => {
  const [box, mean, own] = nationalOption(boxes).series;
  assert.deepEqual(box.data, [[1, 2, 2.5, 3, 4], [1, 1.5, 2, 2.5, 3]]);
  assert.deepEqual([mean.data, own.data], [[[2.6, 0], [2.1, 1]], [[3.2, 0]]]);
});

test('boxes: from right to left the scale is turned round', () => {
  const option = nationalOption({ ...boxes, direction: 'rtl' });
  assert.deepEqual([option.xAxis.inverse, option.yAxis.position], [true, 'right']);
});

test('predicates: bars are shares, labels are numbers, nobody is no bar', () => {
  const [good] = nationalOption(predicates).series;
  assert.deepEqual(good.data.map((part) => [part.value, part.label.formatter]), [[75, '3'], [0, '0']]);
});

test('trend: no line leads over a break, which is marked', () => {
  const series = nationalOption(trend).series;
  assert.deepEqual(series.map((line) => line.data), [[2, 2.2, '-'], ['-', '-', 1.9]]);
  assert.deepEqual([series[0].markLine, series[1].markLine.label.formatter], [undefined, 'New instrument']);
});

test('height: a row more makes a list of groups higher', () => {
  assert.ok(chartHeight(boxes) > chartHeight({ ...boxes, rows: boxes.rows.slice(1) }));
});
