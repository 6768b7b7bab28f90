/** What citations are read of. */
export type CitationTokenType =
  | 'file'
  | 'sign'
  | 'number'
  | 'dash'
  | 'comma'
  | 'and'
  | 'cue'
  | 'colon'
  | 'open'
  | 'close'
  | 'stop'
  | 'break'
  | 'word'

/** A token. `start` and `end` are offsets in the runs' raw text. */
export interface CitationToken {
  type: CitationTokenType
  text: string
  start: number
  end: number
  /** The cited file, when it differs from the text (`[the explainer](02_explainer.md)`), and the anchor after `#`. */
  file?: string
  anchor?: string
  /** A file that is one only behind a cue: `main.py`. */
  loose?: true
}

/** A token of words that begin at `start`. */
export const word = (text: string, start: number): CitationToken => ({
  type: 'word',
  text,
  start,
  end: start + text.length,
})
