// The page that describes the API is made by Scalar, whose script writes style elements and attributes. The content security policy asks each style
// element for this response's nonce, and lets no style attribute be written as text: they get the one, and the other goes through the object model.
(() => {
  const { nonce } = document.currentScript;
  document.documentElement.lang = 'en';

  const create = Document.prototype.createElement;
  Document.prototype.createElement = function createElement(name, ...rest) {
    const element = create.call(this, name, ...rest);
    if (String(name).toLowerCase() === 'style') element.nonce = nonce;
    return element;
  };

  const set = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function setAttribute(name, value) {
    if (String(name).toLowerCase() === 'style') this.style.cssText = value;
    else set.call(this, name, value);
  };

  // Only examples of code come as markup with a style: the width of their line numbers.
  const written = / style="--line-count: (\d+); --line-digits: (\d+);"/g;
  const { set: write, ...markup } = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
  Object.defineProperty(Element.prototype, 'innerHTML', {
    ...markup,
    set(value) {
      const found = [...String(value).matchAll(written)].at(-1);
      write.call(this, found ? String(value).replace(written, '') : value);
      if (!found) return;
      for (const code of this.querySelectorAll('pre > code')) {
        code.style.setProperty('--line-count', found[1]);
        code.style.setProperty('--line-digits', found[2]);
      }
    },
  });
})();
