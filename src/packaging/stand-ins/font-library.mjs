/** `text/fonts/font-library.ts` in the bundle: the library is a script of its own, which is loaded when a font is opened. Scripts are loaded at once, so nothing is loaded before. */
export async function loadFontLibrary() {}

export const fontLibrary = () => require('./fontkit.js')
