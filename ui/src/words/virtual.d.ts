declare module 'virtual:words' {
  /** Made by scripts/bundle-words.mjs: a sentence in English, an empty line, the same in Dutch, and so on. */
  const text: string;
  export default text;
}
