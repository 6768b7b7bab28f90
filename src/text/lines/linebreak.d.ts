/** The part of `linebreak` (UAX 14) that we use; the package ships no types. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    /** The next place where a line may (or, `required`, must) end; `position` in UTF-16 units. Null at the end. */
    nextBreak(): { position: number; required: boolean } | null
  }
}
