/** Messages about pages. */
import { type Entry, entry } from './entry.js'

/** The characters by their look and number: `"한" (U+D55C), "글" (U+AE00) and 4 more`. */
function charactersIn(codePoints: readonly number[]): string {
  const shown = codePoints.slice(0, 3).map((codePoint) => {
    const code = codePoint.toString(16).toUpperCase().padStart(4, '0')
    return `"${String.fromCodePoint(codePoint)}" (U+${code})`
  })
  const more = codePoints.length - shown.length
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** Messages about what does not fit on pages, by code. */
export const workbookMessages = {
  'day-takes-sides': entry<{ day: string; sides: number; expected: number }>(
    'warning',
    (f) => `${f.day} takes ${f.sides} sides of paper, expected ${f.expected === 1 ? 'one' : f.expected}`,
    'Take a question out, ask for fewer lines (`{lines=3}`), choose a closer ruling or smaller margins in the template, or say behind the heading that it may (`{sides=2}`).',
  ),
  'day-over-limit': entry<{ day: string; sides: number; most: number }>(
    'error',
    (f) => `${f.day} takes ${f.sides} sides of paper, expected at most ${f.most} (--max-sides)`,
    'Take a question out, ask for fewer lines (`{lines=3}`), or allow more sides. The files were written all the same.',
  ),
  'booklet-left-out': entry<{ booklet: string }>(
    'warning',
    (f) => `This week is set in other fonts than the first one and does not stand in ${f.booklet}`,
    'Give all weeks of the booklet the same template, or templates with the same fonts.',
  ),
  'booklet-other-language': entry<{ lang: string }>(
    'info',
    (f) => `This week stands in no booklet: no other one beside it is in "${f.lang}"`,
    'Nothing to mend. Two weeks or more of a language, in folders beside each other, have a booklet of their own.',
  ),
  'booklet-week-alone': entry<Record<never, never>>(
    'info',
    () => 'This week stands in no booklet: there is no other one in the folders beside its own',
    'Nothing to mend, unless it belongs to a course: then move its folder beside those of the other weeks.',
  ),
  'booklet-courses-differ': entry<{ course: string; there: string; booklet: string; title: string }>(
    'info',
    (f) => `The course is "${f.course}" here and ${f.there}: ${f.booklet}, which holds both, is called "${f.title}"`,
    'If they are one course, say the same `course:` in the front matter of all. Else give the weeks of each course a folder of their own, which then has its own booklet.',
  ),
  'booklet-none': entry<{ why: string }>(
    'warning',
    (f) => `No booklet was made: ${f.why}`,
    'Give the folder that holds the weeks, such as `content`, without `--only deck`, or build without --booklet.',
  ),
  'question-kept-apart': entry<{ question: string; next: string }>(
    'warning',
    (f) => `${f.question} and ${f.next} do not fit on one side of paper; ${f.next} stands on the next`,
    'Take `keep=next` away, or ask for fewer lines in one of the two.',
  ),
  'key-not-behind': entry<{ day: string; sides: number; besides: number }>(
    'info',
    (f) =>
      `${f.day} takes ${f.sides + f.besides} sides of paper${f.besides > 0 ? `, its brain dump among them,` : ','} so its key stands on a sheet of its own and not on the back`,
    'Nothing to mend. A day of one side has its key on the back of it.',
  ),
  'key-strip-full': entry<{ count: number; of: number; question: string }>(
    'info',
    (f) =>
      `The strip has no room for ${f.count} of ${f.of} entries of the key; they stand on a page of key, from ${f.question} on`,
    'Nothing is lost. Widen the strip (`fold: { width: 50 }` in the template), cite fewer sections, or choose `key: flip`.',
  ),
  'question-takes-sides': entry<{ question: string }>(
    'warning',
    (f) => `${f.question} is higher than a side of paper and flows onto the next`,
    'Shorten the question or ask for fewer lines; nothing is cut.',
  ),
  'glyph-missing': entry<{ codePoints: readonly number[] }>(
    'error',
    (f) => `No font of the template has ${charactersIn(f.codePoints)}`,
    'Put a TTF that has it (Noto has one for every script) into a template of your own and add it to its `fonts: fallback:`, or write it another way.',
  ),

  'table-parted': entry<{ columns: number; parts: number; on: string }>(
    'info',
    (f) =>
      `A table of ${f.columns} columns is too wide for ${f.on}; it stands in ${f.parts} parts, each with the first column`,
    'Nothing is lost. Take columns out, shorten long words, or turn the table so that its columns are rows.',
  ),
} as const satisfies Record<string, Entry<never>>
