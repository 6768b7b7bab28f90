/** Right-to-left decks: mirrored places, and what the file says of direction and language. */
import { describe, expect, test } from 'vitest'
import { mirroredBox } from '../../src/deck/place/mirror.js'
import type { Item, Paragraph, Slides } from '../../src/deck/slides-model.js'
import { Log } from '../../src/diagnostics.js'
import { parseSheet } from '../../src/sheet/parse.js'
import { makeDeck, render } from './make.js'
import { readParts } from './read-pptx.js'

const hebrew = parseSheet(
  '# שבוע 3 — שליפה\n\n## יום שני — התא\n\n1. מהו `git -m` בקובץ 02_notes.md? ראו 02_notes.md §1.\n2. What is a cell?\n3. אגס מול תפוח. {kind=compare terms="אגס | תפוח"}\n',
  'sheet.md',
  new Log(),
)
const { slides } = makeDeck(hebrew)

const paragraphsOf = (deck: Slides, id: string, name: string): Paragraph[] =>
  deck.slides
    .find((slide) => slide.id.endsWith(id))
    ?.items.flatMap((item: Item) => (item.type === 'placeholder' && item.name === name ? item.paragraphs : [])) ?? []

describe('a right-to-left deck', () => {
  test('has each placeholder as far from the right as others have it from the left', () => {
    const english = makeDeck({ ...hebrew, dir: 'ltr' }).slides
    const boxes = (deck: Slides) => deck.layouts.flatMap(({ placeholders }) => placeholders.map(({ box }) => box))
    expect(boxes(slides)).toEqual(boxes(english).map((box) => mirroredBox(box, english.size.width)))
    expect([slides.dir, english.dir]).toEqual(['rtl', undefined])
  })

  test('runs its paragraphs from the right, corners from theirs, and English ones from the left', () => {
    expect(paragraphsOf(slides, 'q1', 'title')[0]).toMatchObject({ rtl: true, align: 'right' })
    expect(paragraphsOf(slides, 'q2', 'title')[0]).toMatchObject({ align: 'right' })
    expect(paragraphsOf(slides, 'q2', 'title')[0]?.rtl).toBeUndefined()
    expect(paragraphsOf(slides, 'q1', 'code')[0]?.align).toBe('left')
  })

  test('marks where code and file names begin and end', () => {
    const words = paragraphsOf(slides, 'q1', 'title')[0]
      ?.runs.map(({ text }) => text)
      .join('')
    expect(words).toContain('\u200Egit -m\u200E')
    expect(words?.replaceAll('\u200E', '')).toContain('בקובץ 02_notes.md')
  })
})

describe('its file', () => {
  test('says direction and language where office programs look for them', async () => {
    const parts = readParts(await render(hebrew))
    const part = (path: string) => parts.get(path) ?? ''
    expect(part('ppt/presentation.xml')).toContain('<p:presentation rtl="1"')
    const question = part('ppt/slides/slide4.xml')
    expect(question).toContain('lang="he-IL"')
    expect(question).toMatch(/<a:pPr[^>]* rtl="1"/)
    expect(part('ppt/slides/slide6.xml')).toContain('rtl="0"')
    expect(part('ppt/slides/slide8.xml')).toContain('<a:tblPr rtl="1" firstRow="1"/>')
    expect(question).toContain('filter="wipe(left)"')
    expect(part('ppt/slideLayouts/slideLayout4.xml')).toContain('algn="r" rtl="1"')
    // Numbers of the steps hang where their lines begin.
    expect(part('ppt/slides/slide2.xml')).toMatch(/marL="\d+" indent="-\d+"[^>]*/)
    expect(part('ppt/slides/slide2.xml')).not.toContain('marR')
  })

  test('says none of it from left to right', async () => {
    const parts = readParts(await render({ ...hebrew, dir: 'ltr', lang: 'ja', days: hebrew.days.slice(0, 0) }))
    expect(parts.get('ppt/presentation.xml')).not.toContain('rtl="1"')
    expect(parts.get('ppt/slides/slide1.xml')).toContain('lang="ja-JP"')
    expect(parts.get('ppt/slideMasters/slideMaster1.xml')).not.toContain('rtl="1"')
  })
})
