// Uploads go by htmx where there is script: a bar while they run, and the size is checked before they start.

export function startUploads() {
  document.addEventListener('htmx:configRequest', (event) => {
    const form = event.target.closest?.('form[data-upload]');
    if (form && refuse(form)) event.preventDefault();
  });
  document.addEventListener('htmx:xhr:progress', (event) => {
    const bar = event.target.closest?.('form[data-upload]')?.querySelector('progress');
    if (!bar || !event.detail.lengthComputable) return;
    bar.hidden = false;
    bar.value = (100 * event.detail.loaded) / event.detail.total;
  });
  for (const name of ['htmx:sendError', 'htmx:responseError', 'htmx:timeout']) {
    document.addEventListener(name, (event) => {
      const form = event.target.closest?.('form[data-upload]');
      if (form?.isConnected) say(form, form.dataset.failed ?? '');
    });
  }
  document.addEventListener('change', (event) => {
    const form = event.target.closest?.('form[data-upload]');
    if (form && event.target.type === 'file') refuse(form);
  });
}

function refuse(form) {
  const limit = Number(form.dataset.maxBytes);
  const files = [...form.querySelectorAll('[type=file]')].flatMap((input) => [...input.files]);
  const tooLarge = limit > 0 && files.find((file) => file.size > limit);
  say(form, tooLarge ? (form.dataset.tooLarge ?? '').replace('{0}', tooLarge.name) : '');
  return Boolean(tooLarge);
}

function say(form, text) {
  const bar = form.querySelector('progress');
  if (bar) bar.hidden = true;
  const message = form.querySelector('.field-error');
  if (message) message.textContent = text;
  form.querySelector('[type=file]')?.setAttribute('aria-invalid', String(text !== ''));
}
