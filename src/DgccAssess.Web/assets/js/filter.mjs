// Filters and searches a list in place; the same links and form work on the server without script.

export function startFilters() {
  for (const tools of document.querySelectorAll('[data-filter-list]')) {
    const list = document.querySelector(tools.dataset.filterList);
    if (list) bind(tools, list);
  }
}

function bind(tools, list) {
  const links = [...tools.querySelectorAll('[data-filter]')];
  const search = tools.querySelector('input[type=search]');
  // A list the server has cut already can't be widened here.
  const params = new URLSearchParams(location.search);
  if (params.has('q') || params.has('show')) return;

  let flag = '';
  const apply = () => show(list, flag, search?.value ?? '');
  tools.addEventListener('click', (event) => {
    const link = event.target.closest('[data-filter]');
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    flag = link.dataset.filter;
    for (const other of links) other.toggleAttribute('aria-current', false);
    link.setAttribute('aria-current', 'true');
    apply();
  });
  search?.addEventListener('input', apply);
  search?.form.addEventListener('submit', (event) => event.preventDefault());
}

function show(list, flag, text) {
  const rows = [...list.querySelectorAll('[data-key-row], [data-flags]')];
  for (const row of rows) row.hidden = !matches({ flags: row.dataset.flags ?? '', text: row.textContent }, flag, text);
  for (const tier of list.querySelectorAll('.tier')) tier.hidden = !tier.querySelector('[data-flags]:not([hidden])');
  const empty = list.querySelector('[data-filter-empty]');
  if (empty) empty.hidden = rows.some((row) => !row.hidden);
}

export function matches(row, flag, text) {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const haystack = row.text.toLocaleLowerCase();
  return (flag === '' || row.flags.split(' ').includes(flag)) && words.every((word) => haystack.includes(word));
}
