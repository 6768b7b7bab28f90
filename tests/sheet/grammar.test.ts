import { describe, expect, it } from 'vitest'
import { formatCitation } from '../../src/sheet/citations/citation.js'
import type { Question, Sheet } from '../../src/sheet/model.js'
import { wholePrompt } from '../../src/sheet/options/parts.js'
import { plainBlocks } from '../../src/text/rich.js'
import { grammarPages, read, readQuestion } from './read.js'

/** The pages for authors are the test: what they say is run, as it stands there. */
const page = grammarPages().join('\n')

const fences = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, lang = '', text = '']) => ({ lang, text }))
const sheets = fences.flatMap(({ lang, text }, i) => (lang === 'markdown' ? [{ text, outline: fences[i + 1] }] : []))

const unquoted = (cell: string): string => cell.trim().replace(/^(`+) ?(.*?) ?\1$/, '$2')
/** Without the boxes, whose sheets may have tables of their own. */
const prose = page.replace(/^```\w+\n[\s\S]*?^```$/gm, '')
const allRows = [...prose.matchAll(/^\| (.+) \| (.+) \|$/gm)]
  .map(([, sample = '', citations = '']): [string, string] => [unquoted(sample), unquoted(citations)])
  .filter(([sample]) => sample !== 'at the end of a question')
/** A source that is no file gives no citation as data; it is kept in the author's words. */
const asWritten = 'as written: '
const rows = allRows.filter(([, cell]) => !cell.startsWith(asWritten))
const books = allRows.filter(([, cell]) => cell.startsWith(asWritten))

function outline(sheet: Sheet): string {
  const lines = (question: Question): string[] => {
    const cited = question.citations.map(formatCitation).join('; ')
    const words = `  ${question.number}. ${plainBlocks(wholePrompt(question))}${cited === '' ? '' : ` → ${cited}`}`
    return question.answer === null ? [words] : [words, `     = ${plainBlocks(question.answer)}`]
  }
  const days = sheet.days.flatMap((day) => [`${day.name} (${day.carrier})`, ...day.questions.flatMap(lines)])
  return `${days.join('\n')}\n`
}

describe('the grammar for authors', () => {
  it('has examples', () => {
    expect(sheets.length).toBeGreaterThan(5)
    expect(rows.length).toBeGreaterThan(150)
    expect(books.length).toBeGreaterThan(10)
  })

  it.each(sheets)('$text', ({ text, outline: expected }) => {
    expect(expected?.lang).toBe('text')
    expect(outline(read(text).sheet)).toBe(expected?.text)
  })

  it.each(rows)('%s', (sample, citations) => {
    const { question } = readQuestion(`Why? ${sample}`)
    const found = [plainBlocks(question.prompt), question.citations.map(formatCitation).join('; ')]
    expect(found).toEqual(citations === 'no citation' ? [`Why? ${sample}`, ''] : ['Why?', citations])
  })

  it.each(books)('%s', (sample, cell) => {
    const { question, codes } = readQuestion(`Why? ${sample}`)
    const found = [plainBlocks(question.prompt), question.citations, question.citedAs, codes]
    expect(found).toEqual(['Why?', [], unquoted(cell.slice(asWritten.length)), []])
  })

  it('takes nothing off a question without saying it in the citation: every row is read again from its own print', () => {
    for (const [, citations] of rows.filter(([, cited]) => cited !== 'no citation')) {
      const { question } = readQuestion(`Why? See ${citations}.`)
      expect(question.citations.map(formatCitation).join('; ')).toBe(citations)
    }
  })
})
