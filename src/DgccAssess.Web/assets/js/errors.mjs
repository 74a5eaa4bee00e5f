// The error summary takes the focus; its links lead to the field, also to a group.

export function startErrors() {
  const summary = document.querySelector('#error-summary:not([hidden])');
  summary?.focus();
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('#error-summary a[data-field]');
    if (!link) return;
    const target = document.getElementById(link.hash.slice(1)) ?? document.getElementsByName(link.dataset.field)[0];
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView({ block: 'center' });
    (target.matches('input, select, textarea') ? target : target.querySelector('input, select, textarea') ?? target).focus();
  });
}

/** Marks the fields named in the summary, and takes back older marks. */
export function markErrors(form) {
  clearErrors(form, { keepSummary: true });
  for (const link of document.querySelectorAll('#error-summary a[data-field]')) {
    const name = CSS.escape(link.dataset.field);
    const message = form.querySelector(`[data-valmsg-for="${name}"]`);
    if (message) message.textContent = link.textContent;
    for (const field of form.querySelectorAll(`[name="${name}"]`)) field.setAttribute('aria-invalid', 'true');
  }
}

export function clearErrors(form, { keepSummary = false } = {}) {
  for (const field of form.querySelectorAll('[aria-invalid], .input-validation-error')) {
    field.removeAttribute('aria-invalid');
    field.classList.remove('input-validation-error');
  }
  for (const message of form.querySelectorAll('[data-valmsg-for]')) message.textContent = '';
  if (keepSummary) return;
  const summary = document.getElementById('error-summary');
  if (summary) summary.hidden = true;
}
