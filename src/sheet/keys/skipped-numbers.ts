/** Answers in one line whose numbers leave some out, "1. so 3. thus": which number is a label can be told only where the questions are known. */
import { Caseless } from '../../text/caseless.js'
import { phraseText } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { type Asked, byNumber } from './key-answers.js'
import { lineAt, stretchOf } from './key-nodes.js'
import type { KeyEntry } from './key-sections.js'

/** "so 3. thus", "so; 3) thus"; behind what parts two answers also "B, 3-C" and "B; 3: C". */
const label =
  /(?:\s|(?<!\d)[,;·•|/،؛、，；]\s*)(\d{1,3})[.)]\s+(?=\S)|(?<!\d)[,;·•|/،؛、，；]\s*(\d{1,3})(?:[.)]|\s?(?:[:：=→–—]|-)\s?)(?=\S)/g

/** What no answer ends with, and what numbers a thing: "of the 3. so", "x = 3. so", "chapter 3. so". */
const goesOn = new Caseless(
  String.raw`(?:[=+<>≈≤≥×·*/(–—-]|(?<!\p{L})(?:the|an?|of|in|at|on|to|by|and|or|from|is|are|was|about|than|im|am|vom|zum|beim|der|die|das|dem|den|des|eine?[mnrs]?|und|oder|bis|von|seit|ist|sind|le|la|les|du|de|des|et|ou|el|los|las|del|y|o|chap(?:ter|\.)|page|pp?\.|sec(?:tion|\.)|fig(?:ure|\.)|table|step|no\.|nr\.|kapitel|seite|s\.|abschnitt|abb\.|schritt|war|§|#))\s*$`,
)

/** "3. Oktober", "3. Jahrhundert": in the languages that write ordinal numbers with a stop. */
const ordinal = new Caseless(
  String.raw`^(?:jan(?:uar[iy]?|uary)|feb(?:ruar[iy]?|ruary)|märz|mars|marts|march|apr[iy]l|mai|maj|may|june?i?|july?i?|august(?:us)?|o[ck]tober|(?:sept|nov|de[czs])ember|jahrhunderts?|århundrede|jahrtausends?|tag(?:es?)?|jahr(?:es?)?|klasse|etage|stock)(?!\p{L})`,
)

/** Longer answers are read as they stand. */
const longest = 2000

/**
 * Parts an entry at the numbers inside of it that rise with gaps, where each is that of a question which has no other entry: "1. Shakespeare 3. Austen"
 * for questions 1 to 3 is an entry for 1 and one for 3. A number that may be a word of the answer, in a date, behind "the", or alone in a key whose
 * answers have a line each, stays and is told.
 */
export function partAtSkipped(
  asked: readonly Asked[],
  entries: readonly KeyEntry[],
  reading: Reading,
): readonly KeyEntry[] {
  const taken = new Set(entries.map(({ written }) => (written === null ? undefined : byNumber(asked, written))))
  const parted = entries.flatMap((entry, i) => {
    const free = (number: number) => {
      const question = byNumber(asked, number)
      return question !== undefined && !taken.has(question)
    }
    const beside = entries.some((each, j) => j !== i && each.place.start.line === entry.place.start.line)
    return partEntry(entry, free, beside || entries.length === 1, reading)
  })
  return parted.length > entries.length ? parted : entries
}

interface Mark {
  written: number
  start: number
  from: number
}

/** `free`: a number of a question without an entry; `inLine`: the key has several answers in a line. */
function partEntry(
  entry: KeyEntry,
  free: (number: number) => boolean,
  inLine: boolean,
  reading: Reading,
): readonly KeyEntry[] {
  const [first, ...rest] = entry.nodes
  const words = first?.type === 'paragraph' ? phraseText(first.children).slice(0, longest) : ''
  if (entry.written === null || entry.points !== undefined || first?.type !== 'paragraph' || !/\s\S*\d/.test(words))
    return [entry]
  const found: Mark[] = []
  let last = entry.written
  for (const match of words.matchAll(label)) {
    const written = Number(match[1] ?? match[2])
    // The next number is a label already where it can be one.
    if (written <= last || (found.length === 0 && written === last + 1) || !free(written)) continue
    found.push({ written, start: match.index, from: match.index + match[0].length })
    last = written
  }
  const isLine = inLine || found.length > 1
  const marks = found.filter(
    ({ start, from }) => isLine && !goesOn.test(words.slice(0, start)) && !ordinal.test(words.slice(from, from + 40)),
  )
  const place = (mark: Mark) => lineAt(first, mark.from, reading)
  for (const mark of found)
    if (!marks.includes(mark))
      reading.log.report('key-number-doubtful', place(mark), { number: mark.written, answer: entry.written })
  const [next] = marks
  if (!next) return [entry]
  const cut = (from: number, to: number) => stretchOf(first, from, to, reading) ?? []
  const end = phraseText(first.children).length
  return [
    { ...entry, nodes: [cut(0, next.start)].flat() },
    ...marks.map((mark, i): KeyEntry => {
      const nodes = [cut(mark.from, marks[i + 1]?.start ?? end)].flat()
      return { written: mark.written, nodes: i === marks.length - 1 ? [...nodes, ...rest] : nodes, place: place(mark) }
    }),
  ]
}
