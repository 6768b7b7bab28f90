/** Headings that are nearly called as a day are told; other words are not. */
import { describe, expect, it } from 'vitest'
import { read } from '../read.js'

/** The day that may be meant by the heading of a part in a sheet with another day; null when nothing is told. */
function meant(heading: string, other = 'Friday', front = ''): string | null {
  const { log } = read(`${front}# Week 1\n\n## ${heading}\n\n1. Why?\n\n## ${other}\n\n1. How?\n`)
  const told = log.messages.find(({ code }) => code === 'day-misspelt')
  return told ? (/did you mean "(.+)"/.exec(told.reason)?.[1] ?? '') : null
}

const lang = (code: string) => `---\nlang: ${code}\n---\n\n`

describe('a misspelt day', () => {
  it.each([
    ['Mondag', 'Monday'],
    ['Mondey', 'Monday'],
    ['monady', 'Monday'],
    ['Tuseday — Doors', 'Tuesday'],
    ['Wensday: Doors', 'Wednesday'],
    ['Wendesday', 'Wednesday'],
    ['🗓 Thurday', 'Thursday'],
    ['Saterday (long)', 'Saturday'],
  ])('%s', (heading, day) => expect(meant(heading)).toBe(day))

  it('in the language of the other days', () => {
    expect(meant('Montg', 'Dienstag')).toBe('Montag')
    expect(meant('Mittwosch', 'Dienstag')).toBe('Mittwoch')
    expect(meant('Donerstag', 'Freitag')).toBe('Donnerstag')
    expect(meant('Mandag', 'Dinsdag')).toBe('Maandag')
    expect(meant('Merkredi', 'Lundi')).toBe('Mercredi')
    expect(meant('Понидельник', 'Вторник')).toBe('Понедельник')
  })

  it('in the language of the sheet', () => expect(meant('Sonntak', 'Warm-up', lang('de'))).toBe('Sonntag'))

  it('where no other day stands', () => expect(meant('Mondey', 'Core')).toBe('Monday'))

  it('is told at the heading, and is a part', () => {
    const { codes, sheet } = read('# Week 1\n\n## Mondey\n\n1. Why?\n\n## Tuesday\n\n1. How?\n')
    expect(codes).toContain('day-misspelt 3:1')
    expect(sheet.days.map(({ key }) => key)).toEqual(['mondey', 'tuesday'])
  })
})

describe('a part that is no day', () => {
  it.each([
    'Money',
    'Sunny',
    'Modal',
    'Sundry',
    'Sundae',
    'Frida',
    'Mundane',
    'Someday',
    'Midday',
    'Mondays',
    'Holiday',
    'Workday',
    'Sunny days',
    'Mondag and more',
    'Warm-up',
  ])('%s', (heading) => expect(meant(heading)).toBe(null))

  it.each(['Mandag', 'Tirsdag', 'Onsdag', 'Torsdag', 'Fredag', 'Lørdag', 'Søndag'])('the Danish %s', (heading) => {
    expect(meant(heading, 'Core', lang('da'))).toBe(null)
    expect(meant(heading, 'Kerne')).toBe(null)
  })

  it.each([
    ['Måndag', 'Fredag', ''],
    ['Jueces', 'Lunes', lang('es')],
    ['Partes', 'Lunes', lang('es')],
    ['Marte', 'Lunes', lang('es')],
    ['Segundo', 'Sábado', lang('pt')],
    ['Quinto', 'Sábado', lang('pt')],
    ['Montage', 'Dienstag', lang('de')],
    ['Maria', 'Lundi', lang('fr')],
  ])('%s', (heading, other, front) => expect(meant(heading, other, front)).toBe(null))

  it('where the day stands elsewhere', () =>
    expect(read('# Week 1\n\n## Monday\n\n1. Why?\n\n## Mondey\n\n1. How?\n').codes).not.toContain('day-misspelt 7:1'))
})
