// When to save, and what to do when it fails. Knows nothing of forms, pages or the network.

/** Seconds until the next try after a failure; the last one repeats. */
export const delays = [5, 10, 20, 40];

/**
 * Saves one at a time; what changes meanwhile goes with the next one.
 * send() answers { kind: 'saved' | 'invalid' | 'conflict' | 'signIn' | 'refused' | 'unreachable' };
 * report({ state, names, seconds, outcome }) shows it.
 */
export class Saver {
  #changed = new Set();
  #sending = null;
  #failures = 0;
  #timer = null;
  #due = null;
  #paused = false;

  constructor({ send, report, wait = 800, timers = globalThis }) {
    Object.assign(this, { send, report, wait, timers });
  }

  get isClean() { return this.#changed.size === 0 && this.#sending === null; }
  get isSending() { return this.#sending !== null; }
  get hasChanges() { return this.#changed.size > 0; }

  change(name) {
    this.#changed.add(name);
    if (!this.#paused && this.#due === null) this.#schedule(this.wait);
  }

  /** Now, without waiting for the pause in typing or for the countdown. */
  async flush() {
    this.#cancel();
    if (this.#sending) await this.#sending;
    else if (this.#changed.size > 0 && !this.#paused) await this.#run();
  }

  /** Waits for what is on its way, and starts nothing more. */
  async settle() {
    this.#cancel();
    this.#paused = true;
    await this.#sending;
  }

  resume() {
    this.#paused = false;
    return this.flush();
  }

  #schedule(milliseconds) {
    this.timers.clearTimeout(this.#timer);
    this.#timer = this.timers.setTimeout(() => this.#run(), milliseconds);
  }

  #cancel() {
    this.timers.clearTimeout(this.#timer);
    this.#due = null;
  }

  async #run() {
    if (this.#sending || this.#paused) return;
    const names = [...this.#changed];
    this.#changed.clear();
    this.report({ state: 'saving', names });
    this.#sending = this.#attempt(names);
    await this.#sending;
  }

  async #attempt(names) {
    let outcome;
    try {
      outcome = await this.send();
    } catch {
      outcome = { kind: 'unreachable' };
    }

    this.#sending = null;
    this.#failures = outcome.kind === 'unreachable' ? this.#failures + 1 : 0;
    if (outcome.kind !== 'saved') for (const name of names) this.#changed.add(name);
    if (outcome.kind === 'unreachable') {
      this.#countDown(delays[Math.min(this.#failures, delays.length) - 1]);
      return;
    }

    if (['conflict', 'signIn', 'refused'].includes(outcome.kind)) this.#paused = true;
    this.report({ state: outcome.kind, names, outcome });
    if (outcome.kind === 'saved' && this.#changed.size > 0 && !this.#paused) this.#schedule(0);
  }

  #countDown(seconds) {
    if (this.#paused) return;
    this.report({ state: 'waiting', names: [...this.#changed], seconds });
    this.#due = seconds;
    this.#timer = this.timers.setTimeout(() => {
      this.#due = null;
      if (seconds > 1) this.#countDown(seconds - 1);
      else this.#run();
    }, 1000);
  }
}
