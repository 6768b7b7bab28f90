/** The shelves of templates. */
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FindTemplate, TemplateFolder } from '../template/load.js'
import type { Checked } from '../template/model.js'
import { sha256 } from '../text/digest.js'
import { packageRoot } from './package.js'
import { byText, displayPath, isInside } from './paths.js'
import { limits, readBounded } from './read.js'

/** The templates there are: those in `templates/` of `cwd`, then those of the package. */
export interface TemplateShelf {
  /** By name, or by path of a folder or of a template.yaml. Null when there is none. */
  open: FindTemplate
  /** By name only: what a template may extend. */
  byName: FindTemplate
  /** Names, sorted. */
  names: string[]
}

export function templateShelf(cwd: string): TemplateShelf {
  const shelves = [join(cwd, 'templates'), join(packageRoot, 'templates')]
  const names = new Set(shelves.flatMap(templateNames))
  const byName: FindTemplate = (name) => {
    if (!/^[\w.-]+$/.test(name)) return null
    const shelf = shelves.find((folder) => existsSync(join(folder, name, 'template.yaml')))
    return shelf ? openTemplate(join(shelf, name, 'template.yaml'), cwd) : null
  }
  const open: FindTemplate = (name) => byName(name) ?? openTemplate(templatePath(resolve(cwd, name)), cwd)
  return { open, byName, names: [...names].sort(byText) }
}

function templateNames(shelf: string): string[] {
  try {
    return readdirSync(shelf).filter((name) => existsSync(join(shelf, name, 'template.yaml')))
  } catch {
    return []
  }
}

const templatePath = (path: string): string => (/\.ya?ml$/i.test(path) ? path : join(path, 'template.yaml'))

function openTemplate(path: string, cwd: string): TemplateFolder | null {
  try {
    const bytes = readBounded(path, limits.templateBytes)
    if (typeof bytes === 'number') return null
    const folder = realpathSync(dirname(path))
    const text = new TextDecoder().decode(bytes)
    return {
      file: displayPath(cwd, path),
      text,
      read: (name) => readBeside(folder, name),
      known: knownTexts,
      shapes: knownShapes,
    }
  } catch {
    return null
  }
}

/** Where `npm run build` leaves what it found in the templates of the package, and in their fonts; only in the built program. */
const knownFolder = fileURLToPath(new URL('../known-templates/', import.meta.url))
const knownFonts = fileURLToPath(new URL('../known-fonts/', import.meta.url))

/** The file of what texts say together, in a folder of such files. */
export const knownName = (texts: readonly string[]): string => `${sha256(texts.join('\0')).slice(0, 32)}.json`

function knownTexts(texts: readonly string[]): Checked | null {
  try {
    return JSON.parse(readFileSync(join(knownFolder, knownName(texts)), 'utf8')) as Checked
  } catch {
    return null
  }
}

/** The file of a font's shape table, in a folder of such files. */
export const shapesName = (font: Uint8Array): string => `${sha256(font).slice(0, 32)}.bin`

function knownShapes(font: Uint8Array): Uint8Array | null {
  try {
    return readFileSync(join(knownFonts, shapesName(font)))
  } catch {
    return null
  }
}

function readBeside(folder: string, name: string): Uint8Array | null {
  try {
    const full = realpathSync(resolve(folder, name))
    if (!isInside(folder, full)) return null
    const bytes = readBounded(full, limits.fontBytes)
    return typeof bytes === 'number' ? null : bytes
  } catch {
    return null
  }
}
