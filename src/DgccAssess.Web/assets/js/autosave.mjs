// Joins a form, its saver, the copy on the device and what the person sees. Without script the form is an ordinary one.
import { bindConflict, storedVersion } from './conflict.mjs';
import { Draft, entriesOf, sameEntries } from './draft.mjs';
import { offerDraft } from './draft-offer.mjs';
import { clearErrors, markErrors } from './errors.mjs';
import { post } from './post.mjs';
import { SaveState, clock } from './save-state.mjs';
import { Saver } from './saver.mjs';
import { parse, swap } from './swap.mjs';

export function startAutosave() {
  for (const form of document.querySelectorAll('form[data-autosave]')) new Autosave(form).start();
}

class Autosave {
  #kept = true;
  #lost = null;
  #leaving = false;
  #unsaved = false;

  constructor(form) {
    this.form = form;
    this.words = form.querySelector('[data-autosave-words]')?.dataset ?? {};
    this.state = new SaveState(form, this.words);
    this.draft = new Draft(localStorageOrNone(), new URL(form.action).pathname, form.dataset.account ?? '');
    this.saver = new Saver({ send: () => this.#send(), report: (news) => this.#report(news) });
  }

  get version() { return this.form.querySelector('[data-version]'); }
  get entries() { return entriesOf(this.#data(), this.version?.name); }

  start() {
    const { form, saver } = this;
    form.addEventListener('input', (event) => this.#changed(event.target));
    form.addEventListener('change', (event) => {
      this.#changed(event.target);
      if (event.target.name) saver.flush();
    });
    form.addEventListener('submit', (event) => this.#submit(event));
    addEventListener('online', () => saver.flush());
    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') saver.flush(); });
    addEventListener('beforeunload', (event) => { if ((this.#unsaved || !saver.isClean) && !this.#leaving) event.preventDefault(); });
    // Back from the browser's memory: the version is old, so start from the server's page; the text is on the device.
    addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
    bindConflict(form, {
      changed: (name) => this.#note(name),
      done: () => this.#resume(),
      discard: () => { this.draft.drop({ ofAnyTab: true }); this.#leaving = true; },
    });
    if (cameBack(form)) this.#keepUnsaved();
    else offerDraft(this);
    form.dataset.autosave = 'on';
  }

  /** After a draft was put back: save it on the version it was written on. */
  restored(names) {
    for (const name of names) this.#note(name);
    return this.saver.flush();
  }

  /** The page is the answer to a post that was refused: what it shows is stored nowhere else. */
  #keepUnsaved() {
    this.#unsaved = true;
    this.draft.keep(this.entries, this.version?.value, Date.now());
  }

  #changed(target) {
    if (target.form === this.form && target.name && target.type !== 'file' && target.type !== 'hidden') this.#note(target.name);
  }

  #note(name) {
    this.#kept = this.draft.keep(this.entries, this.version?.value, Date.now());
    this.saver.change(name);
  }

  #data() {
    const data = new FormData(this.form);
    for (const [name, value] of [...data]) if (typeof value !== 'string') data.delete(name);
    return data;
  }

  /**
   * After a broken line nobody knows whether the last save arrived: the same is sent again first, which changes nothing if it did,
   * and gives the version that what was typed since can build on.
   */
  async #send() {
    if (this.#lost) {
      const lost = this.#lost;
      const outcome = await this.#try(lost);
      if (outcome.kind === 'saved') swap(parse(outcome.html), this.form);
      const isAll = sameEntries(entriesOf(lost, this.version?.name), this.entries);
      if (['unreachable', 'signIn', 'refused'].includes(outcome.kind) || isAll) return outcome;
    }

    return this.#try(this.#data());
  }

  async #try(data) {
    this.#lost = data;
    const outcome = await post(this.form.action, data);
    if (outcome.kind !== 'unreachable') this.#lost = null;
    return outcome;
  }

  #report(news) {
    const { kind, html } = news.outcome ?? {};
    const details = {};
    if (kind === 'saved') details.time = this.#saved(html);
    if (kind === 'invalid') this.#invalid(html);
    if (kind === 'conflict' && !this.#conflict(html)) Object.assign(details, { state: 'refused', link: this.#reload });
    if (kind === 'signIn') details.link = { href: this.form.dataset.signInUrl ?? location.href, text: this.words.signInLink };
    if (kind === 'refused') details.link = this.#reload;
    this.state.show({ ...news, ...details, kept: this.#kept });
  }

  #saved(html) {
    const parts = swap(parse(html), this.form);
    clearErrors(this.form);
    this.#unsaved = false;
    if (this.saver.hasChanges) this.#kept = this.draft.keep(this.entries, this.version?.value, Date.now());
    else this.draft.drop();
    const conflict = this.form.querySelector('#conflict');
    if (conflict && !parts.includes(conflict)) conflict.hidden = true;
    return parts.find((part) => part.dataset.saved)?.dataset.saved ?? clock();
  }

  #invalid(html) {
    swap(parse(html), this.form);
    markErrors(this.form);
  }

  /** True when there is another version to choose from; else nothing can be saved here any more. */
  #conflict(html) {
    const conflict = swap(parse(html), this.form).find((part) => part.id === 'conflict');
    conflict?.focus();
    conflict?.scrollIntoView({ block: 'start' });
    return conflict && storedVersion(conflict) !== undefined;
  }

  get #reload() { return { href: location.href, text: this.words.reloadLink }; }

  /** The choice is made: it is saved over the version that was shown. */
  #resume() {
    this.#takeStoredVersion();
    return this.saver.resume();
  }

  #takeStoredVersion() {
    const shown = this.form.querySelector('#conflict:not([hidden])');
    if (!shown || storedVersion(shown) === undefined) return;
    this.version.value = storedVersion(shown);
    this.draft.settle(storedVersion(shown));
  }

  async #submit(event) {
    if (event.defaultPrevented) return;
    this.#leaving = true;
    if (!this.saver.isSending) {
      this.#takeStoredVersion();
      await this.saver.settle();
      return;
    }

    // A save under way will change the version; posting beside it would be a conflict with oneself.
    event.preventDefault();
    await this.saver.settle();
    this.form.requestSubmit(event.submitter);
  }
}

const cameBack = (form) => document.querySelector('#error-summary:not([hidden])') !== null || form.querySelector('#conflict:not([hidden])') !== null;

function localStorageOrNone() {
  try {
    return window.localStorage;
  } catch {
    return { getItem: () => null, setItem() { throw new Error('This device keeps nothing.'); }, removeItem() {} };
  }
}
