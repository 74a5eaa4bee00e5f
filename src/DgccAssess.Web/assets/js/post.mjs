// One save over the network, and what its answer means.

const timeout = 10_000;

export async function post(action, data, timers = globalThis) {
  const abort = new AbortController();
  const timer = timers.setTimeout(() => abort.abort(), timeout);
  try {
    const response = await fetch(action, {
      method: 'POST', body: data, signal: abort.signal, redirect: 'manual', credentials: 'same-origin',
      headers: { 'HX-Request': 'true', 'X-Autosave': 'true', Accept: 'text/html' },
    });
    return { kind: kindOf(response), html: await response.text() };
  } finally {
    timers.clearTimeout(timer);
  }
}

export function kindOf({ type, status }) {
  if (type === 'opaqueredirect' || status === 401) return 'signIn';
  if (status >= 200 && status < 300) return 'saved';
  if (status === 409) return 'conflict';
  if (status === 400 || status === 422) return 'invalid';
  if (status === 408 || status === 429 || status >= 500) return 'unreachable';
  return 'refused';
}
