/** Ways through the deck: contents, links back, custom shows, links to sources. */
import { beforeAll, describe, expect, test } from 'vitest'
import { renderPptx } from '../../src/deck/pptx.js'
import { selectDay } from '../../src/sheet/days/select.js'
import type { ResolvedCitations } from '../../src/sources/model.js'
import { epoch, makeDeck, realWeek } from './make.js'
import { packageFaults } from './package-check.js'
import { type PackageParts, part, type ReadSlide, readParts, readSlides, relationsOf } from './read-pptx.js'
import { sheetOf } from './sheets.js'

const week = realWeek()
const { slides, plan } = makeDeck(week.sheet, week)
let parts: PackageParts
let read: ReadSlide[]

beforeAll(async () => {
  parts = readParts(await renderPptx(slides, { date: epoch }))
  read = readSlides(parts)
})

const slideNamed = (id: string) => read.find(({ xml }) => xml.includes(`<p:cSld name="${id}"`)) as ReadSlide
const idOf = (path: string) => /<p:cSld name="([^"]*)"/.exec(part(parts, path))?.[1]

/** Words with a link → the id of the slide that they lead to. */
function linkedWords({ path, xml }: ReadSlide): [string, string | undefined][] {
  const relations = relationsOf(parts, path)
  const runs = [
    ...xml.matchAll(/<a:rPr[^>]*><a:hlinkClick r:id="([^"]*)" action="ppaction:\/\/hlinksldjump".*?<a:t>([^<]*)/gs),
  ]
  return runs.map(([, id = '', text = '']) => [text, idOf(relations.get(id)?.target ?? '')])
}

test('the contents lead to each day and each question', () => {
  const links = linkedWords(slideNamed('contents'))
  expect(links).toHaveLength(6 + 24)
  expect(links.slice(0, 5)).toEqual([
    ['Monday — Opening failure', 'w17-mon'],
    ['1', 'w17-mon-q1'],
    ['2', 'w17-mon-q2'],
    ['3', 'w17-mon-q3'],
    ['Tuesday — Lifecycle management', 'w17-tue'],
  ])
})

test('a corner of each question and check slide leads back to them, without a change of its look', () => {
  const asked = read.filter(
    ({ layout, shapes }) => layout !== 'Recall tally' && shapes.some(({ placeholder }) => placeholder === 'body 13'),
  )
  expect(asked).toHaveLength(48)
  for (const { path, shapes } of asked) {
    const corner = shapes.find(({ placeholder }) => placeholder === 'body 13')?.xml ?? ''
    const [, id = ''] =
      /<p:cNvPr id="\d+" name="Where we are"><a:hlinkClick r:id="([^"]*)" action="ppaction:\/\/hlinksldjump" tooltip="Back to Contents"\/><\/p:cNvPr>/.exec(
        corner,
      ) ?? []
    expect(idOf(relationsOf(parts, path).get(id)?.target ?? '')).toBe('contents')
    expect(corner).not.toContain('<a:rPr lang="en"><a:hlinkClick')
  }
})

test('each day is a custom show of its slides', () => {
  const xml = part(parts, 'ppt/presentation.xml')
  const shows = [...xml.matchAll(/<p:custShow name="([^"]*)" id="(\d+)"><p:sldLst>(.*?)<\/p:sldLst>/g)]
  expect(shows.map(([, name, id]) => [name, id])).toEqual(week.sheet.days.map(({ name }, i) => [name, String(i)]))
  const relations = relationsOf(parts, 'ppt/presentation.xml')
  const monday = [...(shows[0]?.[3] ?? '').matchAll(/r:id="([^"]*)"/g)].map(([, id = '']) =>
    idOf(relations.get(id)?.target ?? ''),
  )
  expect(monday).toEqual(plan.sections[1]?.slides.map(({ id }) => id))
  expect(packageFaults(parts)).toEqual([])
})

describe('a deck of one day', () => {
  const day = selectDay(week.sheet, 'monday', 1)
  const one = makeDeck(day ?? week.sheet, week).slides

  test('has no contents and no custom show, and leads back to its divider', async () => {
    expect(one.slides.map(({ id }) => id)).not.toContain('contents')
    expect(one.shows).toEqual([])
    const corner = one.slides
      .find(({ id }) => id === 'w17-mon-q2')
      ?.items.find((item) => item.type === 'placeholder' && item.name === 'where')
    expect(corner).toMatchObject({ link: { to: 'w17-mon', tip: 'Back to Monday' } })
    const made = readParts(await renderPptx(one, { date: epoch }))
    expect(part(made, 'ppt/presentation.xml')).not.toContain('custShow')
    expect(packageFaults(made)).toEqual([])
  })
})

test('days of one name have custom shows of two names', () => {
  const sheet = sheetOf([
    { name: 'Review', questions: [{ prompt: 'Why?' }] },
    { name: 'Review', questions: [{ prompt: 'How?' }] },
  ])
  expect(makeDeck(sheet).slides.shows.map(({ name }) => name)).toEqual(['Review', 'Review (2)'])
})

test('many days take several slides of contents', () => {
  const days = Array.from({ length: 40 }, (_, i) => ({ name: `Part ${i + 1}`, questions: [{ prompt: `Why ${i}?` }] }))
  const ids = makeDeck(sheetOf(days)).slides.slides.map(({ id }) => id)
  expect(ids.slice(0, 4)).toEqual(['title', 'contents', 'contents-p2', 'contents-p3'])
})

test('a source that stands on the web can be opened from the check slide', () => {
  const sheet = sheetOf([{ name: 'Monday', questions: [{ prompt: 'Why?', cited: 'a.md §1' }] }])
  const id = sheet.days[0]?.questions[0]?.id ?? ''
  const source = { file: 'a.md', path: 'a.md', url: 'https://example.org/a', title: [{ text: 'Tides' }], sections: [] }
  const citations: ResolvedCitations = new Map([
    [id, [{ file: 'a.md', source, targets: [{ label: '§1', sections: [] }] }]],
  ])
  const made = makeDeck(sheet, { citations }).slides
  const body = JSON.stringify(made.slides.find(({ layout }) => layout === 'Recall check')?.items)
  expect(body).toContain('"href":"https://example.org/a"')
})
