/** Which words name a file or an address that can be cited. */
import { Caseless } from '../../text/caseless.js'

/** Endings of documents, which have sections or pages to be cited, as they stand in a pattern. */
export const documentEndings = 'md|markdown|mdx|qmd|rst|adoc|org|txt|ipynb|pdf|epub|html?|tex|docx|pptx|rtf'
const documentEnding = new RegExp(`\\.(?:${documentEndings})$`, 'i')
/** Programs, data, recordings and pictures. Their names are words of questions too ("Node.js"), so that only a cue makes them sources. */
const looseEnding = new Caseless(
  /[^\s.][\w-]\.(?:py|jsx?|tsx?|java|kt|c|h|cc|cpp|hpp|cs|rs|rb|php|swift|scala|lua|r|jl|sql|sh|ps1|hs|css|scss|vue|csv|tsv|json|ya?ml|toml|xml|xlsx?|ods|odt|odp|pptm?|doc|key|mp[34]|m4a|wav|mov|webm|svg|png|jpe?g|gif)$/i,
  'i',
)

/** True for words that begin as an address of the web does. */
export const beginsAddress = (text: string): boolean => /^https?:\/\//i.test(text)

/** True for the name of a document: `notes.md`. */
export const isDocument = (name: string): boolean => documentEnding.test(name)

/** True for a name that stands for a program, data, a recording or a picture: nothing to look up sections in. */
export const isLooseFile = (name: string): boolean => looseEnding.test(name)

/** True for a name of either kind. */
export const isFileName = (name: string): boolean => isDocument(name) || isLooseFile(name)

/** `02_explainer.md#13-x` → ["02_explainer.md", "13-x"]; an address of the web as it is; [null, null] for anything else. */
export function linkedFile(href: string): [string | null, string | null] {
  if (beginsAddress(href)) return [href, null]
  const [path = '', anchor = ''] = href.split('#', 2)
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(path) || !isFileName(path)) return [null, null]
  return [decode(path).replace(/^\.\//, ''), anchor === '' ? null : decode(anchor)]
}

/** A part of an address as it is said: `my%20notes` → `my notes`; what is escaped wrongly, as it stands. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
