import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { Log, type MessageCode } from '../../src/diagnostics.js'
import { checkChain, inLanguage, loadTemplate, type TemplateFolder } from '../../src/template/load.js'
import { fillWords } from '../../src/template/model.js'
import { UnusableFont } from '../../src/text/fonts/font-file.js'

const home = fileURLToPath(new URL('../../templates/classic/', import.meta.url))
const read = (name: string) => {
  try {
    return readFileSync(join(home, name))
  } catch {
    return null
  }
}
const classicText = readFileSync(join(home, 'template.yaml'), 'utf8')
const folder = (text: string, file = 'templates/ours/template.yaml'): TemplateFolder => ({ file, text, read })
const classic = folder(classicText, 'templates/classic/template.yaml')
const find = (name: string) => (name === 'classic' ? classic : null)

function load(text: string, findBase = find) {
  const log = new Log()
  return { template: loadTemplate(folder(text), findBase, log), log }
}

/** The parts of a template's file that hold words. */
interface Tree {
  words: object
  workbook: { words: object }
  deck: { words: { notes: { moves?: object } } }
}

/** Speaker notes are in a language of their own or in English as a whole; what to listen for is on the run sheet too. */
const isNote = (key: string) => /^deck\.words\.notes\.(?!listen\.)/.test(key)

/** Every message as `line:column code`. */
const said = (log: Log) => log.messages.map((m) => `${m.place?.start.line}:${m.place?.start.column} ${m.code}`)

describe('loadTemplate', () => {
  it('takes the classic template, fonts and fallback chain included', () => {
    const { template, log } = load(classicText)
    expect(log.messages).toEqual([])
    expect(template?.name).toBe('classic')
    expect(template?.faces.label.map((font) => font.name)).toEqual([
      'fonts/AtkinsonHyperlegibleNext-Regular.ttf',
      'fonts/SourceSerif4-Regular.ttf',
      'fonts/FrankRuhlLibre-Regular.ttf',
      'fonts/Vazirmatn-Regular.ttf',
      'fonts/NotoSansDevanagari-Regular.ttf',
      'fonts/DejaVuSans.ttf',
      'fonts/MPLUS1p-Regular.ttf',
      'fonts/NotoEmoji-Regular.ttf',
    ])
    expect(template?.faces.text[0]).toBe(template?.faces.label[1])
  })

  it('changes only what an extending template says', () => {
    const { template, log } = load('name: ours\nextends: classic\nworkbook:\n  paper: letter\n')
    expect(log.messages).toEqual([])
    expect(template?.workbook.paper).toBe('letter')
    expect(template?.workbook.margins).toEqual(load(classicText).template?.workbook.margins)
  })

  it('points at a missing, an unknown and a wrong key, all at once', () => {
    const { template, log } = load(
      'name: ours\nextends: classic\nlang: 7\nworkbook:\n  papr: letter\n  ruling: { pitch: 80 }\n',
    )
    expect(template).toBeNull()
    expect(said(log).sort()).toEqual([
      '3:1 template-value-wrong',
      '5:3 template-key-unknown',
      '6:13 template-value-wrong',
    ])
    expect(log.messages.find((m) => m.code === 'template-key-unknown')?.reason).toBe(
      'Unknown key "workbook.papr", did you mean "workbook.paper"?'.replace('"workbook.paper"', '"paper"'),
    )
  })

  it('names a missing key and points at the deepest parent that is there', () => {
    const { template, log } = load(classicText.replace(/^ {4}date: .*\n/m, ''))
    expect(template).toBeNull()
    expect(log.messages.map((m) => m.reason)).toEqual(['Missing key "workbook.words.date"'])
    const line = classicText.split('\n').indexOf('  words:') + 1
    expect(log.messages[0]?.place?.start.line).toBe(line)
  })

  it.each<[MessageCode, string, string]>([
    ['template-yaml-broken', 'name: [a\n', '2:1'],
    ['template-not-a-map', '- a\n', 'undefined:undefined'],
    ['template-base-missing', 'name: x\nextends: nope\n', '2:1'],
    ['template-font-missing', 'name: x\nextends: classic\nfonts: { faces: { text: [fonts/none.ttf] } }\n', '3:19'],
    ['template-font-unusable', 'name: x\nextends: classic\nfonts: { faces: { text: [template.yaml] } }\n', '3:19'],
  ])('%s', (code, text, at) => {
    const { template, log } = load(text)
    expect(template).toBeNull()
    expect(said(log)).toEqual([`${at} ${code}`])
  })

  it.each([
    [
      'workbook: { margins: { top: 79, bottom: 79, inner: 80, outer: 80 } }',
      'margins that leave 70 mm for lines on a4',
    ],
    ['workbook: { paper: a5, margins: { top: 50, bottom: 50 } }', 'margins that leave 120 mm of height on a5'],
    ['workbook: { type: { prompt: 20, promptLeading: 8 } }', 'at least 21.0, for a prompt of 20'],
    ['workbook: { type: { day: 80 } }', 'at most 48'],
    ['workbook:', 'keys and values'],
  ])('refuses a page that cannot hold its words: %s', (yaml, expected) => {
    const { template, log } = load(`name: x\nextends: classic\n${yaml}\n`)
    expect(template).toBeNull()
    expect(log.messages.map((m) => m.reason).join()).toContain(`expected ${expected}`)
    expect(log.messages[0]?.place?.start.line).toBe(3)
  })

  it('refuses templates that extend one another in a circle', () => {
    const circle: TemplateFolder = folder('name: a\nextends: a\n')
    const { template, log } = load('name: a\nextends: a\n', () => circle)
    expect(template).toBeNull()
    expect(said(log)).toEqual(['2:1 template-extends-too-deep'])
  })

  it('refuses an alias bomb instead of expanding it', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefg'[i]}`).join(',')}]\n`)
      .join('')}`
    const { template, log } = load(bomb)
    expect(template).toBeNull()
    expect(log.messages[0]?.code).toBe('template-yaml-broken')
  })
})

describe('a template that was checked before', () => {
  const chains = [[], ...readdirSync(join(home, 'languages')).map((name) => [`languages/${name}`])]
  const key = (texts: readonly string[]) => texts.join('\0')
  const answers = new Map(
    chains.map((names) => {
      const texts = [...names.map((name) => readFileSync(join(home, name), 'utf8')), classicText]
      const checked = checkChain(
        texts.map((text) => folder(text)),
        new Log(),
      )
      return [key(texts), JSON.stringify(checked)]
    }),
  )
  let asked = 0
  /** All but the bytes of fonts. */
  const plain = (template: object | null) =>
    JSON.parse(JSON.stringify(template, (key, value) => (key === 'bytes' ? 0 : value)))
  const known = (texts: readonly string[]) => {
    asked++
    return JSON.parse(answers.get(key(texts)) ?? 'null')
  }

  it('is the same as one that is checked now, in every language', () => {
    const quick = loadTemplate({ ...classic, known }, find, new Log())
    const slow = loadTemplate(classic, find, new Log())
    if (!quick || !slow) throw new Error('classic cannot be loaded')
    expect(plain(quick)).toEqual(plain(slow))
    for (const lang of ['ar', 'de', 'pt-BR', 'zh-Hant', 'en'])
      expect(plain(inLanguage(quick, lang, new Log()))).toEqual(plain(inLanguage(slow, lang, new Log())))
    expect(asked).toBeGreaterThan(3)
  })

  it('tells where a font stands that is not there', () => {
    const without = { ...classic, known, read: () => null }
    const logs = [without, { ...without, known: () => null }].map((each) => {
      const log = new Log()
      expect(loadTemplate(each, find, log)).toBeNull()
      return said(log)
    })
    expect(logs[0]).toEqual(logs[1])
    expect(logs[0]?.[0]).toMatch(/^\d+:\d+ template-font-missing$/)
  })

  it('may be the base of another one', () => {
    const base = (name: string) => (name === 'classic' ? { ...classic, known } : null)
    const text = 'name: ours\nextends: classic\nworkbook: { paper: letter }\n'
    expect(plain(load(text, base).template)).toEqual(plain(load(text).template))
  })

  it('does not hide the faults of a file of its language', () => {
    const texts = (path: string) =>
      path === 'languages/de.yaml' ? new TextEncoder().encode('wrods: {}\n') : read(path)
    const template = loadTemplate({ ...classic, known, read: texts }, find, new Log())
    const log = new Log()
    expect(template && inLanguage(template, 'de', log)).toBeNull()
    expect(said(log)).toEqual(['1:1 template-key-unknown'])
  })
})

describe('a font of the package, known before it is read', () => {
  const bytes = new Uint8Array([1, 2, 3])
  const shapes = new Uint8Array([4])
  function loaded(now: Uint8Array | null) {
    const asked: string[] = []
    const knownFont = (name: string) =>
      name.endsWith('/MPLUS1p-Bold.ttf')
        ? {
            sha256: 'f00d',
            read() {
              asked.push(name)
              return now
            },
            shapes: () => shapes,
          }
        : null
    const readBeside = (name: string) => {
      asked.push(name)
      return read(name)
    }
    const template = loadTemplate({ ...classic, knownFont, read: readBeside }, find, new Log())
    const font = template?.faces['text-strong'].find(({ name }) => name === 'fonts/MPLUS1p-Bold.ttf')
    if (!font) throw new Error('classic has no such font')
    return { asked: () => asked.filter((name) => name === font.name).length, font }
  }

  it('is read once, when its bytes are asked for', () => {
    const { asked, font } = loaded(bytes)
    expect([font.isUnread, font.shapes?.(), asked()]).toEqual([true, shapes, 0])
    expect([font.bytes, font.bytes, asked()]).toEqual([bytes, bytes, 1])
  })

  it('cannot be used when it has become another', () => {
    const { font } = loaded(null)
    expect(() => font.bytes).toThrow(new UnusableFont('fonts/MPLUS1p-Bold.ttf'))
  })
})

describe('fillWords', () => {
  it('fills marks and leaves unknown ones', () => {
    expect(fillWords('Week {n} of {of}', { n: 17 })).toBe('Week 17 of {of}')
  })
})

describe('inLanguage', () => {
  const languages = (files: Record<string, string>, text = 'name: ours\nextends: classic\n'): TemplateFolder => ({
    file: 'templates/ours/template.yaml',
    text,
    read: (path) => (path in files ? new TextEncoder().encode(files[path]) : null),
  })
  const speak = (lang: string, folder: TemplateFolder = classic) => {
    const log = new Log()
    const template = loadTemplate(folder, find, log)
    return { template, spoken: template && inLanguage(template, lang, log), log }
  }
  const names = readdirSync(join(home, 'languages')).map((file) => file.replace('.yaml', ''))

  it.each([
    ['en', 'hyphens/hyph-en.tex'],
    ['en-GB', 'hyphens/hyph-en-GB.tex'],
    ['de-AT', 'hyphens/hyph-de.tex'],
    ['ar', undefined],
    ['no language', undefined],
  ])('%s brings its hyphenation patterns', (lang, file) => {
    expect(speak(lang).spoken?.hyphens?.name).toBe(file)
  })

  it('takes hyphenation patterns of the nearest folder that has some', () => {
    const { spoken } = speak('de', languages({ 'hyphens/hyph-de.tex': '\\patterns{a1b}' }))
    expect(new TextDecoder().decode(spoken?.hyphens?.bytes)).toBe('\\patterns{a1b}')
  })

  it.each(names)('%s has every word that people see, with its marks, and nothing that the schema refuses', (lang) => {
    const { template, spoken, log } = speak(lang)
    expect(log.messages).toEqual([])
    const marks = (words: object): Record<string, string> =>
      Object.fromEntries(
        Object.entries(words).flatMap(([key, value]) =>
          typeof value === 'string'
            ? [
                [
                  key,
                  [...value.matchAll(/\{(\w+)\}/g)]
                    .map(([, name]) => name)
                    .sort()
                    .join(),
                ],
              ]
            : [],
        ),
      )
    expect(marks(spoken?.workbook.words ?? {})).toEqual(marks(template?.workbook.words ?? {}))
    expect(spoken?.workbook.words.instruction).not.toBe(template?.workbook.words.instruction)
    expect(spoken?.deck.words.steps).toHaveLength(template?.deck.words.steps.length ?? 0)
    expect(spoken?.faces).toBe(template?.faces)
    expect(spoken?.lang).toBe(lang)
  })

  /** Every key of a tree that holds words: "deck.words.kinds.list". */
  const keysOf = (value: unknown, path = ''): string[] =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`))
      : [path]
  const wordKeys = ({ words, workbook, deck }: Tree) =>
    keysOf({ words, workbook: { words: workbook.words }, deck: { words: deck.words } })

  it.each(names)('%s leaves no word to English', (lang) => {
    const tree = (text: string): Tree => parse(text)
    const own = tree(readFileSync(join(home, 'languages', `${lang}.yaml`), 'utf8'))
    const spoken = (key: string) => own.deck.words.notes.moves !== undefined || !isNote(key)
    const has = new Set(wordKeys(own))
    expect(wordKeys(tree(classicText)).filter((key) => spoken(key) && !has.has(key))).toEqual([])
  })

  it('takes a language for its countries, and not for another script', () => {
    expect(speak('pt-BR').spoken?.workbook.words.name).toBe('Nome')
    expect(speak('DE').spoken?.workbook.words.date).toBe('Datum')
    expect(speak('zh-TW').spoken?.workbook.words.name).toBe('Name')
    expect(speak('hi-Latn').spoken?.workbook.words.name).toBe('Name')
    expect(speak('sv').spoken?.workbook.words.name).toBe('Name')
    expect(speak('de-de-de').spoken?.workbook.words.name).toBe('Name')
  })

  it('lets a template change words of a language, and keep its own before inherited ones', () => {
    const text = 'name: ours\nextends: classic\nworkbook: { words: { score: Marks } }\n'
    const { spoken } = speak('de', languages({ 'languages/de.yaml': 'workbook: { words: { name: Vorname } }' }, text))
    expect([spoken?.workbook.words.name, spoken?.workbook.words.score, spoken?.workbook.words.date]).toEqual([
      'Vorname',
      'Marks',
      'Datum',
    ])
  })

  it('points into the file of a language', () => {
    const wrong = speak('de', languages({ 'languages/de.yaml': 'workbook:\n  words:\n    nmae: Name\n' }))
    expect(wrong.log.messages.map(({ code, place }) => [code, place?.file, place?.start.line])).toEqual([
      ['template-key-unknown', 'templates/ours/languages/de.yaml', 3],
    ])
    expect(wrong.spoken).toBeNull()
    const foreign = speak('de', languages({ 'languages/de.yaml': 'fonts: { fallback: [] }\n' }))
    expect(said(foreign.log)).toEqual(['1:1 template-key-unknown'])
    const broken = speak('de', languages({ 'languages/de.yaml': 'workbook: [\n' }))
    expect(broken.log.messages.map(({ code }) => code)).toEqual(['template-yaml-broken'])
  })
})
