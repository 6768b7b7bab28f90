declare module 'commonmark-spec' {
  /** The examples of the spec; tabs are written as tabs. */
  export const tests: readonly { markdown: string; html: string; section: string; number: number }[]
}
