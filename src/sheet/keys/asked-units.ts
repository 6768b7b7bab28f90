/** What nodes of a sheet ask, unit by unit: items of lists, rows of tables, headings and lines. Tells questions from a key that repeats them. */
import type { List } from 'mdast'
import type { Flow } from '../boxes/hidden.js'
import { phraseText } from '../markdown/phrases.js'
import { asks, endsAsking, hasQuestionMark, opensTask } from '../questions/asks.js'
import { itemWords } from '../questions/carrier-choice.js'
import { questionMark } from '../questions/question-headings.js'
import { isQuestionTable } from '../questions/question-tables.js'
import { askedWords, repeatsAsked } from './looks-like-key.js'

/** "Name of the river", "State of war": a noun, though tasks begin with the word as well. */
const nounOf = /^(?:name|state|list|outline|sketch|proof|plan|place|point|sort|order|show)s?\s+of\b/i
/** Behind a question mark: a citation, braces, points or options. */
const tailOfQuestion = /^["'”’»)\]*\s]*(?:$|[({[]|a[).]\s|see\b|cf\b)|§|\.md\b/i
const blank = /_{3,}|\.{4,}/

/** True for words that are a question or a task and nothing else: an answer behind the question makes them none. */
export function asksAlone(words: string): boolean {
  const start = words.slice(0, 1000).trim()
  if (endsAsking(start) || blank.test(start)) return true
  if (hasQuestionMark(start)) {
    const rest = start.slice(Math.max(...['?', '？', '؟'].map((mark) => start.lastIndexOf(mark))) + 1)
    return tailOfQuestion.test(rest) || opensTask(rest)
  }
  if (/[\u3040-\u9fff]/.test(start)) return asks(start)
  return opensTask(start) && !nounOf.test(start)
}

/** The units of nodes as words: each item, row, heading and line that may be a question, without its number. Paragraphs that ask nothing are none. */
export function unitsOf(nodes: readonly Flow[]): string[] {
  return nodes.flatMap((node): string[] => {
    switch (node.type) {
      case 'list':
        return itemsOf(node)
      case 'table':
        return isQuestionTable(node)
          ? node.children
              .slice(1)
              .map((row) => row.children.map((cell) => phraseText(cell.children)).find(asksAlone) ?? '')
          : []
      case 'heading':
        return [unnumbered(phraseText(node.children))].filter(asksAlone)
      case 'paragraph':
        return phraseText(node.children).split('\n').map(unnumbered).filter(asksAlone)
      default:
        return []
    }
  })
}

/** `- Monday` over a list of its own counts as the items of that. */
const itemsOf = (list: List): string[] => itemWords(list).map(unnumbered)

const unnumbered = (line: string): string => line.slice(questionMark(line)?.length ?? 0)

/** Counts what stands in a sheet above some place. */
export class AskedUnits {
  units = 0
  asking = 0
  readonly #known = new Set<string>()

  add(nodes: readonly Flow[]): void {
    for (const words of unitsOf(nodes)) {
      this.units++
      if (asksAlone(words)) this.asking++
      for (const each of askedWords(words)) this.#known.add(each)
    }
  }

  /** What is asked, by `askedWords`. */
  get known(): ReadonlySet<string> {
    return this.#known
  }

  /** True when most of what nodes say are questions that do not stand above. */
  newIn(nodes: readonly Flow[]): boolean {
    const units = unitsOf(nodes)
    const asking = units.filter((words) => asksAlone(words) && !repeatsAsked(words, this.#known))
    return asking.length * 2 > units.length
  }

  /** True when what nodes say first is a question that does not stand above. */
  opensNew(nodes: readonly Flow[]): boolean {
    const [first] = unitsOf(nodes)
    return first !== undefined && asksAlone(first) && !repeatsAsked(first, this.#known)
  }
}
