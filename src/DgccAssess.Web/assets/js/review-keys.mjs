// Single keys for lists and reviews: never while typing, and they can be switched off (WCAG 2.1.4).

const setting = 'dgcc.keys';
const typing = 'textarea, select, [contenteditable], input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit])';

export function startKeys() {
  const help = document.querySelector('[data-keys-help]');
  if (!help && !document.querySelector('[data-key], [data-key-list]')) return;
  if (help) describe(help);
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest?.(typing) || !areOn()) return;
    if (press(event.key, help)) event.preventDefault();
  });
}

function press(key, help) {
  if (key === '?' && help) {
    help.open = true;
    help.querySelector('summary').focus();
    return true;
  }

  if (key === 'j' || key === 'k') return move(key === 'j' ? 1 : -1);
  const target = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find((element) => !element.closest('[hidden]'));
  if (!target) return false;
  target.focus();
  if (!target.matches(typing)) target.click();
  return true;
}

/** Enter then opens the link, as everywhere. */
function move(step) {
  const rows = [...document.querySelectorAll('[data-key-list] [data-key-row]')].filter((row) => row.offsetParent !== null);
  if (rows.length === 0) return false;
  const now = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[Math.min(Math.max(now + step, 0), rows.length - 1)];
  next.querySelector('a, button')?.focus();
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

function describe(help) {
  const keys = [];
  if (document.querySelector('[data-key-list]')) keys.push(['j', help.dataset.next], ['k', help.dataset.previous], [help.dataset.enter, help.dataset.open]);
  for (const element of document.querySelectorAll('[data-key]')) keys.push([element.dataset.key, element.dataset.keyLabel ?? element.textContent.trim()]);
  keys.push(['?', help.dataset.help]);

  const list = help.querySelector('[data-keys-list]');
  list.replaceChildren(...keys.flatMap(([key, text]) => {
    const [term, detail, cap] = ['dt', 'dd', 'kbd'].map((name) => document.createElement(name));
    cap.textContent = key;
    term.append(cap);
    detail.textContent = text;
    return [term, detail];
  }));

  const box = help.querySelector('[data-keys-switch]');
  box.checked = areOn();
  box.addEventListener('change', () => {
    try {
      localStorage.setItem(setting, box.checked ? 'on' : 'off');
    } catch {
      // Stays as it is for this page only.
    }
    off = !box.checked;
  });
  help.hidden = false;
}

let off = null;

function areOn() {
  if (off !== null) return !off;
  try {
    return localStorage.getItem(setting) !== 'off';
  } catch {
    return true;
  }
}
