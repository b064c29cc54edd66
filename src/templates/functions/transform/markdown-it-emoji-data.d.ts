declare module 'markdown-it-emoji/lib/data/full.mjs' {
  /** Emojis by their names: `smile`. */
  const emojis: Readonly<Record<string, string>>;
  export default emojis;
}
