// Rows that repeat (facts): added from a template, removed by emptying; the server drops empty ones.

export function startRows() {
  for (const rows of document.querySelectorAll('[data-rows]')) {
    const template = rows.querySelector('[data-row-template]');
    const add = rows.querySelector('[data-add-row]');
    if (!template || !add) continue;
    showRemovers(rows);
    rows.addEventListener('click', (event) => {
      if (event.target.closest('[data-add-row]')) {
        event.preventDefault();
        addRow(rows, template, add);
      }
      const remove = event.target.closest('[data-remove-row]');
      if (remove) {
        event.preventDefault();
        removeRow(remove.closest('[data-row]'), add);
      }
    });
  }
}

function addRow(rows, template, add) {
  const index = rows.querySelectorAll('[data-row]').length;
  if (index >= Number(rows.dataset.maxRows ?? Infinity)) return;
  const holder = document.createElement('template');
  holder.innerHTML = template.innerHTML.replaceAll('__i__', index);
  const row = holder.content.firstElementChild;
  add.before(row);
  showRemovers(rows);
  row.querySelector('input, textarea')?.focus();
}

function removeRow(row, add) {
  const fields = [...row.querySelectorAll('input, textarea')];
  for (const field of fields) field.value = '';
  row.hidden = true;
  fields[0]?.dispatchEvent(new Event('change', { bubbles: true }));
  add.focus();
}

function showRemovers(rows) {
  for (const remove of rows.querySelectorAll('[data-row] [data-remove-row]')) remove.hidden = false;
}
