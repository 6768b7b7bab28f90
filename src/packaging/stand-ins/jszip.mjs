/**
 * What pptxgenjs asks of JSZip, which takes a quarter of a megabyte and its time: a package that is taken apart again at once
 * (`unzip.mjs`), so nothing is packed. Our slides give it texts alone; pictures are placed by us.
 */
export default class Zip {
  #texts = new Map()

  /** Folders need no entries. */
  folder() {
    return this
  }

  file(path, text) {
    if (typeof text !== 'string') throw new Error(`${path} is no text`)
    // As what is written as UTF-8 and read again.
    this.#texts.set(path, text.toWellFormed())
  }

  async generateAsync({ type }) {
    if (type !== 'uint8array') throw new Error(`A package as ${type}`)
    return { texts: this.#texts }
  }
}
