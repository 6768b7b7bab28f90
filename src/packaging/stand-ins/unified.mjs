/**
 * What reading Markdown asks of unified: a parser that plugins have set up. What else it does, which is to run plugins over trees and to write them, comes
 * with files and their messages (`vfile`), and we use none of it.
 */
class Processor {
  #data = {}

  use(plugin) {
    plugin.call(this)
    return this
  }

  data(key) {
    return key === undefined ? this.#data : this.#data[key]
  }

  freeze() {
    return this
  }

  parse(text) {
    return this.parser(text)
  }
}

export const unified = () => new Processor()
