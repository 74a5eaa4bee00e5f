// The radar comes as a picture from the server; the first touch makes it live. What it draws is read from the table beside it.

export function startRadars() {
  for (const figure of document.querySelectorAll('[data-radar]')) {
    const enliven = async () => {
      for (const name of touches) figure.removeEventListener(name, enliven);
      const table = document.querySelector(figure.dataset.radar);
      const picture = figure.querySelector('img');
      if (!table || !picture) return;
      // A file of its own, named as it is built: nobody loads it before it is wanted.
      const { drawRadar } = await import('./radar-chart.js');
      drawRadar(picture, readRadar(table));
    };
    for (const name of touches) figure.addEventListener(name, enliven);
  }
}

const touches = ['pointerenter', 'focusin', 'click'];

/** @returns {import('../../../press/charts/radar.mjs').RadarChart} */
export function readRadar(table) {
  const rows = [...table.querySelectorAll('tr[data-axis]')];
  const columns = [...table.tHead.rows[0].cells].map((cell, index) => ({ cell, index })).filter(({ cell }) => cell.dataset.series);
  return {
    axes: rows.map((row) => ({ code: row.dataset.axis, name: row.dataset.axisName ?? '' })),
    min: Number(table.dataset.min),
    max: Number(table.dataset.max),
    series: columns.map(({ cell, index }) => ({
      key: cell.dataset.series,
      name: cell.textContent.trim(),
      values: rows.map((row) => (row.cells[index].dataset.value === undefined ? null : Number(row.cells[index].dataset.value))),
    })),
  };
}
