/** Most texts have nothing but these, and nothing to take off them. */
const plain = /^[ -~]*$/;

/** A text as one looks for it: in any capitals, with accents or without. */
export const folded = (text: string): string => {
  const trimmed = text.trim();
  const bare = plain.test(trimmed) ? trimmed : trimmed.normalize('NFD').replace(/\p{M}/gu, '');
  return bare.toLowerCase();
};
