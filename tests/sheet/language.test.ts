import { describe, expect, test } from 'vitest'
import { Log } from '../../src/diagnostics.js'
import { parseSheet } from '../../src/sheet/parse.js'

function read(questions: readonly string[], front = '', title = 'Week 1') {
  const log = new Log()
  const text = `${front === '' ? '' : `---\n${front}\n---\n`}# ${title}\n\n## Monday\n\n${questions.map((q, i) => `${i + 1}. ${q}`).join('\n')}\n`
  const { lang, dir } = parseSheet(text, 'sheet.md', log)
  return { lang, dir, codes: log.messages.map(({ code }) => code) }
}

describe('language and direction', () => {
  test.each([
    ['Hebrew', ['מדוע התא הוא יחידת החיים?'], 'he', 'rtl'],
    ['Arabic', ['لماذا الخلية هي وحدة الحياة؟'], 'ar', 'rtl'],
    ['Persian', ['چرا یاخته واحد پایهٔ زندگی است؟'], 'fa', 'rtl'],
    ['Japanese', ['なぜ細胞は生命の基本単位と呼ばれるのですか。'], 'ja', 'ltr'],
    ['Chinese', ['为什么细胞是生命的基本单位？'], 'zh', 'ltr'],
    ['Korean', ['세포는 왜 생명의 기본 단위인가?'], 'ko', 'ltr'],
    ['English', ['Why is the cell the unit of life?'], null, 'ltr'],
    ['English about a Hebrew word', ['What does שלום mean?', 'How do you read 猫 in Japanese?'], null, 'ltr'],
  ])('%s is seen from the letters', (_, questions, lang, dir) => {
    expect(read(questions)).toMatchObject({ lang, dir })
  })

  test.each([
    ['German', ['Montag — Start', 'Dienstag', 'Wochenende'], 'de'],
    ['Spanish, told by one of its days', ['Lunes', 'Sábado', 'Domingo'], 'es'],
    ['French, beside a part', ['Lundi', 'Mardi — Suite', 'Révision'], 'fr'],
    ['Russian', ['Понедельник', 'Вторник'], 'ru'],
    ['Spanish or Portuguese', ['Sábado', 'Domingo'], null],
    ['of two languages', ['Montag', 'Mardi'], null],
    ['English', ['Monday', 'Weekend'], null],
    ['numbered', ['Tag 1', 'Tag 2'], null],
  ])('days that are %s', (_, headings, lang) => {
    const text = (front: string) => `${front}# W\n\n${headings.map((day) => `## ${day}\n\n1. X?\n`).join('\n')}`
    const log = new Log()
    expect(parseSheet(text(''), 'sheet.md', log).lang).toBe(lang)
    expect(parseSheet(text('---\nlang: en\n---\n'), 'sheet.md', new Log()).lang).toBe('en')
    expect(log.messages.map(({ code }) => code).filter((code) => code.includes('lang'))).toEqual([])
  })

  test('a language says its direction', () => {
    expect(read(['Why?'], 'lang: ar').dir).toBe('rtl')
    expect(read(['Why?'], 'lang: pa-Arab').dir).toBe('rtl')
    expect(read(['Why?'], 'lang: az').dir).toBe('ltr')
    expect(read(['Why?'], 'lang: ks-Deva').dir).toBe('ltr')
  })

  test('what the front matter says counts before what is seen', () => {
    expect(read(['מדוע?', 'Why?'], 'lang: en')).toMatchObject({ lang: 'en', dir: 'ltr' })
    expect(read(['Why?'], 'dir: rtl')).toMatchObject({ dir: 'rtl' })
    expect(read(['מדוע?'], 'dir: ltr')).toMatchObject({ dir: 'ltr' })
    expect(read(['מדוע התא הוא יחידת החיים?'], 'dir: auto')).toMatchObject({ dir: 'rtl' })
  })

  test('another word for a direction is said', () => {
    expect(read(['Why?'], 'dir: right').codes).toContain('front-matter-value')
  })
})
