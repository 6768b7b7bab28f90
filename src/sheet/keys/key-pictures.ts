/** Keys that can be seen and not be read: pictures of one, and lines that are turned upside down or written backwards. Each is left out, and told. */
import type { Html, Paragraph } from 'mdast'
import { excerpt } from '../markdown/excerpt.js'
import { htmlPieces, htmlWords } from '../markdown/html.js'
import { phraseText } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { isKeyTitle, keyLineLength } from '../words/answer-words.js'
import type { KeySection } from './key-sections.js'

/** True for the words of a picture that say that it shows a key: "Answer key", "Answers: 1 B, 2 C"; not "A key", which opens a door. */
const namesKey = (words: string): boolean =>
  (isKeyTitle(words) && !/^\s*an? key\W*$/i.test(words)) || keyLineLength(words) > 0

/** A picture of the key, `![Answers](key.png)`: an answer that belongs to no question, which is told. */
export function pictureKey(paragraph: Paragraph, reading: Reading): KeySection[] | null {
  const [image, ...others] = paragraph.children
  if (image?.type !== 'image' || others.length > 0 || !namesKey(image.alt ?? '')) return null
  const place = reading.place(paragraph)
  return [{ words: '', entries: [{ written: null, nodes: [paragraph], place, loose: true }], place }]
}

/** The same in HTML: `<img src="key.png" alt="Answers">`. No sections: it is told here. */
export function htmlPictureKey(html: Html, reading: Reading): KeySection[] | null {
  if (!/<img\b/i.test(html.value) || htmlWords(html.value) !== '') return null
  const words = htmlPieces(html.value).flatMap((piece) =>
    piece.type === 'open' && piece.name === 'img' ? [piece.attributes.alt ?? ''] : [],
  )
  return words.some(namesKey)
    ? leaveOut(html, words.join(' '), 'expected its words, not a picture of them', reading)
    : null
}

/** "Answers", "solutions" and "key" in letters that stand on their heads, and read from behind. For `(?=)`, see `once`. */
const turned = /s[ɹɾ]ǝ[ʍM]su[∀Ɐɐ]|[ɹɾ]ǝ[ʍM]su[∀Ɐɐ]|su?uo[ᴉıi!]ʇn[ʃʅlן]o[Ss]|ʎǝ[ʞ⋊]/u
const backwards = /(?:^|[:：]\s?)(?=)(?:srewsna|snoitulos|yek rewsna)\s*$/imu

/** A line upside down, `ɥsᴉǝǝB .2 ɥsᴉɐ∀ .1 :sɹǝʍsu∀`, or backwards. No sections: it is told here. */
export function turnedKey(paragraph: Paragraph, reading: Reading): KeySection[] | null {
  const words = phraseText(paragraph.children)
  if (words.length > 4000 || !(turned.test(words) || backwards.test(words))) return null
  return leaveOut(paragraph, words, 'expected it the right way up', reading)
}

function leaveOut(node: Html | Paragraph, words: string, expected: string, reading: Reading): KeySection[] {
  reading.log.report('answer-unmatched', reading.place(node), { answer: `"${excerpt(words, 60)}"`, expected })
  return []
}
