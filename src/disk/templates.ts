/** The shelves of templates. */

import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { crc32 } from 'node:zlib'
import type { KnownFontFile } from '../template/layers.js'
import type { FindTemplate, TemplateFolder } from '../template/load.js'
import type { Checked } from '../template/model.js'
import { byText } from '../text/by-text.js'
import { sha256 } from '../text/digest.js'
import { packageRoot } from './package.js'
import { displayPath, isInside } from './paths.js'
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

/**
 * The templates that can be named from the working folder `cwd`: its own under `templates/`, then those of the package. An own one stands before one of
 * the package that is called the same.
 */
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
      knownFont: (name) => knownFont(folder, name),
      shapes: (font) => shapesOf(sha256(font)),
    }
  } catch {
    return null
  }
}

/** Where `npm run build` leaves what it found in the templates of the package, and in their fonts; only in the built program. */
const knownFolder = join(import.meta.dirname, '../known-templates')
const knownFontsFolder = join(import.meta.dirname, '../known-fonts')

/** What texts say together, with the texts. */
export interface KnownTexts {
  texts: readonly string[]
  checked: Checked
}

/** The file of `KnownTexts`, in a folder of such files. Others may have the same name: a check sum is made sooner than a digest, and the texts decide. */
export const knownName = (texts: readonly string[]): string => `${crc32(texts.join('\0')).toString(16)}.json`

function knownTexts(texts: readonly string[]): Checked | null {
  try {
    const known = JSON.parse(readFileSync(join(knownFolder, knownName(texts)), 'utf8')) as KnownTexts
    return known.texts.length === texts.length && known.texts.every((text, i) => text === texts[i])
      ? known.checked
      : null
  } catch {
    return null
  }
}

/** The file of a font's shape table, in a folder of such files, by the SHA-256 of the font. */
export const shapesName = (digest: string): string => `${digest.slice(0, 32)}.bin`

function shapesOf(digest: string): Uint8Array | null {
  try {
    return readFileSync(join(knownFontsFolder, shapesName(digest)))
  } catch {
    return null
  }
}

/** The fonts of the package as it was built with them, by their paths in its folder of templates: "classic/fonts/Arimo-Bold.ttf". */
export type FontIndex = Readonly<
  Record<string, { size: number; crc32: number; sha256: string; chart: readonly number[] }>
>

/** The file of the index, beside the tables. */
export const fontIndexName = 'fonts.json'

let fontIndex: { fonts: FontIndex; templates: string } | null = null

function knownFont(folder: string, name: string): KnownFontFile | null {
  try {
    fontIndex ??= {
      fonts: JSON.parse(readFileSync(join(knownFontsFolder, fontIndexName), 'utf8')) as FontIndex,
      templates: realpathSync(join(packageRoot, 'templates')),
    }
    const full = resolve(folder, name)
    const font = fontIndex.fonts[relative(fontIndex.templates, full).split(sep).join('/')]
    // A font that somebody has put in its place has another size; one that was damaged is found out when it is read.
    if (font === undefined || statSync(full).size !== font.size) return null
    const read = () => {
      const bytes = readBeside(folder, name)
      return bytes && crc32(bytes) === font.crc32 ? bytes : null
    }
    return { sha256: font.sha256, chart: font.chart, read, shapes: () => shapesOf(font.sha256) }
  } catch {
    // Tests run on the sources alone, where nothing is known.
    fontIndex ??= { fonts: {}, templates: '' }
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
