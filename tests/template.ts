/** The classic template, read from the repository; `change` edits a copy. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Log } from '../src/diagnostics.js'
import { loadTemplate } from '../src/template/load.js'
import type { FontFile, Template } from '../src/template/model.js'

const folder = fileURLToPath(new URL('../templates/classic/', import.meta.url))
let loaded: Template | null = null

export function classicTemplate(change: (template: Template) => void = () => {}): Template {
  if (!loaded) {
    const log = new Log()
    const read = (path: string) => new Uint8Array(readFileSync(folder + path))
    const text = readFileSync(`${folder}template.yaml`, 'utf8')
    loaded = loadTemplate({ file: 'templates/classic/template.yaml', text, read }, () => null, log)
    if (!loaded) throw new Error(JSON.stringify(log.messages, null, 2))
    const name = 'hyphens/hyph-en.tex'
    loaded.hyphens = { name, bytes: read(name) }
  }
  const { faces, hyphens, ...rest } = loaded
  const copy: Template = { ...structuredClone(rest), faces, hyphens: hyphens as FontFile }
  change(copy)
  return copy
}
