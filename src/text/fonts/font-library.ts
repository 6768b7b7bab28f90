/** The font library, loaded when a font is opened: words in the package's own fonts need none. The only file that loads fontkit. */
import { createRequire } from 'node:module'
import type * as fontkit from 'fontkit'

let loaded: typeof fontkit | null = null

/** Loads it as the PDF library does, which brings it along anyway, so that there are not two. */
export async function loadFontLibrary(): Promise<void> {
  loaded ??= await import('fontkit')
}

/** fontkit, loaded when it is first asked. By `require`, since layout is synchronous and most decks never come here. */
export function fontLibrary(): typeof fontkit {
  loaded ??= createRequire(import.meta.url)('fontkit') as typeof fontkit
  return loaded
}
