import { strToU8, zipSync } from 'fflate'

/**
 * What pptxgenjs asks of JSZip, which takes a quarter of a megabyte and its time: a package that is taken apart again at once
 * (`deck/finish/parts.ts`), so nothing is compressed. Our slides give it texts alone; pictures are placed by us.
 */
export default class Zip {
  #parts = {}

  /** Folders need no entries. */
  folder() {
    return this
  }

  file(path, text) {
    if (typeof text !== 'string') throw new Error(`${path} is no text`)
    this.#parts[path] = strToU8(text)
  }

  async generateAsync({ type }) {
    if (type !== 'uint8array') throw new Error(`A package as ${type}`)
    return zipSync(this.#parts, { level: 0 })
  }
}
