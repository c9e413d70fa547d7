/** A text as one looks for it: in any capitals, with accents or without. */
export const folded = (text: string): string =>
  text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
