// Puts the parts of an answer in the place of their twins on the page.

export const parse = (html) => new DOMParser().parseFromString(html, 'text/html');

const typed = 'textarea, select, input:not([type=hidden])';

/** Each outermost element with an id replaces the one of the same id; what the person types in stays as it is. */
export function swap(parsed, form) {
  const isTypedIn = (old) => old.contains(form) || (form.contains(old) && (old.matches(typed) || (old.id !== 'conflict' && old.querySelector(typed))));
  const replaced = [];
  const visit = (element) => {
    const old = element.id && document.getElementById(element.id);
    if (!old || isTypedIn(old)) {
      for (const child of [...element.children]) visit(child);
      return;
    }

    const hadFocus = old.contains(document.activeElement) && document.activeElement.id;
    const fresh = document.importNode(element, true);
    old.replaceWith(fresh);
    if (hadFocus) document.getElementById(hadFocus)?.focus({ preventScroll: true });
    replaced.push(fresh);
  };
  for (const element of [...parsed.body.children]) visit(element);
  return replaced;
}
