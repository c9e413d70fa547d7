declare module '#host' {
  /** The host of this build: see vite.config.ts. */
  export const host: import('./host').Host;
}
