/** How a reader checks the paper: the sentence, the address and its QR code. Null where the installation does not know its address. */
export function verifyView(register, say) {
  if (!register?.address) return null;
  // A link is a link: the places to break that the sanitiser gives to long words go.
  const address = register.address.replaceAll('\u200b', '');
  const { size, path } = register.qr ?? {};
  return {
    text: say('verify.text'), address, alt: say('verify.alt', { address }),
    qr: path ? `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>` : null,
  };
}
