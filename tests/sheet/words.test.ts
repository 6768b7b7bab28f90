import { describe, expect, it } from 'vitest'
import { selectDay } from '../../src/sheet/days/select.js'
import { markedRuns } from '../../src/sheet/dump.js'
import { asciiDigits, fold, readCount } from '../../src/sheet/words/fold.js'
import { languages, listOf } from '../../src/sheet/words/table.js'
import { read } from './read.js'

const english = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** The first day of a sheet with this heading. */
function dayOf(heading: string, lang?: string) {
  const front = lang ? `---\nlang: ${lang}\n---\n\n` : ''
  return read(`${front}# Week 1\n\n## ${heading}\n\n1. Why?`).sheet.days[0]
}

describe('the table of languages', () => {
  it.each(Object.entries(languages))('%s names seven days, and each is found', (language, words) => {
    const weekdays = listOf(words.weekdays)
    const shorts = listOf(words.short)
    expect([weekdays.length, shorts.length]).toEqual([7, 7])
    weekdays.forEach((spellings, i) => {
      for (const name of spellings) {
        expect([name, dayOf(`${name} — x`)?.key]).toEqual([name, english[i]])
        expect([name, dayOf(`${name} x`, language)?.key]).toEqual([name, english[i]])
        expect(dayOf(`${name.toUpperCase()}: x`)?.short).toBe(dayOf(`${name} — x`)?.short)
      }
      for (const name of shorts[i] ?? [])
        expect([name, dayOf(`${name} — x`, language)?.key]).toEqual([name, english[i]])
    })
    for (const name of listOf(words.weekend).flat()) expect(dayOf(name, language)?.key).toBe('weekend')
  })

  it.each(Object.entries(languages))('%s numbers days, lessons and weeks', (language, words) => {
    for (const day of listOf(words.day).flat()) {
      const found = dayOf(`${day.replace('{}', '3')} — x`, language)
      expect([day, found?.key, markedRuns(found?.topic ?? [])]).toEqual([day, 'day-3', 'x'])
    }
    for (const lesson of listOf(words.lesson).flat()) {
      const found = dayOf(`${lesson.replace('{}', '2')}: x`, language)
      expect([lesson, found?.kind, markedRuns(found?.topic ?? [])]).toEqual([lesson, 'part', 'x'])
      expect(found?.key).toMatch(/2/)
    }
    for (const week of listOf(words.week).flat()) {
      const { sheet } = read(`# Kurs — ${week.replace('{}', '17')}: x\n\n1. Why?`, 'recall.md')
      expect([week, sheet.week]).toEqual([week, 17])
    }
  })

  it('has months in order where it has months', () => {
    for (const [language, words] of Object.entries(languages))
      if (words.months) expect([language, listOf(words.months).length]).toEqual([language, 12])
  })
})

describe('a heading', () => {
  it.each([
    ['Montag — Einstieg', 'monday', 'Montag', 'Mo', 'Einstieg'],
    ['LUNES: Colas', 'monday', 'LUNES', 'Lun', 'Colas'],
    ['Miercoles — sin tilde', 'wednesday', 'Miercoles', 'Mié', 'sin tilde'],
    ['Mie\u0301rcoles — x', 'wednesday', 'Mie\u0301rcoles', 'Mié', 'x'],
    ['Segunda-feira, filas', 'monday', 'Segunda-feira', 'Seg', 'filas'],
    ['月曜日：キュー', 'monday', '月曜日', '月', 'キュー'],
    ['週末まとめ', 'weekend', '週末まとめ', '週末', ''],
    ['第3天 — 队列', 'day-3', '第3天', '第3天', '队列'],
    ['3일차: 큐', 'day-3', '3일차', '3일차', '큐'],
    ['3. Tag — Warteschlangen', 'day-3', '3. Tag', 'T3', 'Warteschlangen'],
    ['اليوم ٣ — x', 'day-3', 'اليوم ٣', 'ي3', 'x'],
    ['الاثنين: x', 'monday', 'الاثنين', 'اثن', 'x'],
    ['יום שני — x', 'monday', 'יום שני', "ב'", 'x'],
    ['Fin de semana', 'weekend', 'Fin de semana', 'FdS', ''],
    ['Пн — очереди', 'monday', 'Понедельник', 'Пн', 'очереди'],
    ['Lesson 2: Queues', 'lesson-2', 'Lesson 2', 'L2', 'Queues'],
    ['SESSION 4', 'session-4', 'Session 4', 'S4', ''],
    ['第2回 キュー', '第2回', '第2回', '第2回', 'キュー'],
    ['2025-04-21 — Queues', '2025-04-21', '2025-04-21', '04-21', 'Queues'],
    ['21 April — Queues', '04-21', '21 April', '21Apr', 'Queues'],
    ['April 21st, 2025', '2025-04-21', 'April 21st, 2025', '21Apr', ''],
    ['21 de abril: colas', '04-21', '21 de abril', '21abr', 'colas'],
    ['4月21日 キュー', '04-21', '4月21日', '04-21', 'キュー'],
  ])('%s', (heading, key, name, short, topic) => {
    const day = dayOf(heading)
    expect([day?.key, day?.name, day?.short, markedRuns(day?.topic ?? [])]).toEqual([key, name, short, topic])
  })

  it.each([
    ['Segunda parte', 'segunda-parte'],
    ['Среда разработки', 'среда-разработки'],
    ['Do or do not', 'do-or-do-not'],
    ['Sam — a story', 'sam'],
    ['Mar: notes', 'mar'],
    ['Lessons 2', 'lessons-2'],
    ['99 Bottles', '99-bottles'],
    ['April', 'april'],
    ['Dayspring 3', 'dayspring-3'],
  ])('%s is a part of its own name', (heading, key) => {
    expect(dayOf(heading)?.key).toBe(key)
  })

  it('is read in the language of the sheet where a word is ambiguous', () => {
    expect(dayOf('Do — Start', 'de')?.key).toBe('thursday')
    expect(dayOf('Mar — Colas', 'es-MX')?.name).toBe('Martes')
    expect(dayOf('Segunda filas', 'pt-BR')?.key).toBe('monday')
    expect(dayOf('Mi — Start', 'en')?.key).toBe('mi')
  })
})

describe('a sheet in another language', () => {
  const { sheet, codes } = read(
    '---\nlang: de\n---\n\n# Kurs — Woche 3\n\n## Mittwoch\n\n1. Warum?\n\n## Montag\n\n1. Wozu?\n\n## Wochenende\n\n1. Wie?',
    'recall.md',
  )

  it('has its week, and its days are checked for their order', () => {
    expect(sheet.week).toBe(3)
    expect(codes).toContain('day-order 11:1')
    expect(codes).toContain('day-missing 7:1')
  })

  it.each([
    [['الأحد', 'الاثنين', 'الثلاثاء'], []],
    [['السبت', 'الأحد', 'الاثنين'], []],
    [['Sunday', 'Tuesday'], ['day-missing 3:1']],
    [['Sunday', 'Tuesday', 'Monday'], ['day-order 11:1']],
    [
      ['Friday', 'Sunday', 'Monday'],
      ['day-missing 3:1', 'day-order 11:1'],
    ],
  ])('follow the week that the sheet begins: %j', (names, expected) => {
    const { codes } = read(`# Week 1\n\n${names.map((name) => `## ${name}\n\n1. Why?\n`).join('\n')}`)
    expect(codes.filter((code) => code.startsWith('day-')).sort()).toEqual(expected)
  })

  it.each([
    ['monday', 'monday'],
    ['Montag', 'monday'],
    ['Mo', 'monday'],
    ['lunes', 'monday'],
    ['WE', 'weekend'],
    ['fin de semana', 'weekend'],
    ['mittw', null],
  ])('gives its day for %s', (request, key) => {
    expect(selectDay(sheet, request, 3)?.days[0]?.key ?? null).toBe(key)
  })

  it('takes the week from a folder', () => {
    expect(read('# Recall\n\n1. Why?', 'content/semana-07/recall.md').sheet.week).toBe(7)
    expect(read('# Recall\n\n1. Why?', 'content/第3週/recall.md').sheet.week).toBe(3)
  })
})

describe('folding', () => {
  it('forgets case, accents and digits of other scripts', () => {
    expect([fold('MIÉRCOLES'), fold('SALI'), fold('Salı'), asciiDigits('第１７週 ٣')]).toEqual([
      'miercoles',
      'sali',
      'sali',
      '第17週 3',
    ])
    expect(['十', '十七', '二十', '三', '٣', 'x', ''].map(readCount)).toEqual([10, 17, 20, 3, 3, null, null])
  })
})
