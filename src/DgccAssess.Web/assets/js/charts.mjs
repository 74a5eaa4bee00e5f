// Charts of a national result come as pictures from the server; the first touch makes one live. What it draws is read from the table beneath it.

export function startCharts() {
  for (const figure of document.querySelectorAll('[data-chart]')) {
    const enliven = async () => {
      for (const name of touches) figure.removeEventListener(name, enliven);
      const table = document.querySelector(figure.dataset.chart);
      const picture = figure.querySelector('img');
      if (!table || !picture) return;
      // A file of its own, named as it is built: nobody loads it before it is wanted.
      const { drawChart } = await import('./national-chart.js');
      drawChart(picture, readChart(figure, table));
    };
    for (const name of touches) figure.addEventListener(name, enliven);
  }
}

const touches = ['pointerenter', 'focusin', 'click'];

/** @returns {import('../../../press/charts/national.mjs').NationalChart} */
export function readChart(figure, table) {
  const columns = [...table.tHead.rows[0].cells].map((cell, index) => ({ cell, index })).filter(({ cell }) => cell.dataset.series);
  const { kind, min, max, note, mark } = figure.dataset;
  return {
    kind, note, min: Number(min), max: Number(max), direction: document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr', marks: mark ? [mark] : [],
    series: columns.map(({ cell }) => ({ key: cell.dataset.series, name: cell.textContent.trim() })),
    rows: [...table.querySelectorAll('tr[data-row]')].map((row) => ({
      name: row.dataset.row,
      isBreak: row.dataset.break !== undefined,
      values: columns.map(({ index }) => (row.cells[index].dataset.value === undefined ? null : Number(row.cells[index].dataset.value))),
      texts: columns.map(({ index }) => row.cells[index].textContent.trim()),
    })),
  };
}
