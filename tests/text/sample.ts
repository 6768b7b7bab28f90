import type { Random } from '../fuzz/sheets.js'

/** Texts that a regular expression may find, made of its source by chance; what looks around them is taken in or left out, so that some are none. */
export function sampleOf(source: string, random: Random): string {
  let at = 0
  const pick = <T>(items: readonly T[]): T => items[random(items.length)] as T

  /** To the end of a group: one of its alternatives. */
  function alternatives(): string {
    const all = [sequence()]
    while (source[at] === '|') {
      at++
      all.push(sequence())
    }
    return pick(all)
  }

  function sequence(): string {
    let made = ''
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const from = at
      const once = atom()
      const to = at
      const times = quantifier()
      for (let i = 0; i < times; i++) {
        // Each time another choice.
        const behind = at
        at = from
        made += i === 0 ? once : atom()
        at = behind
      }
      if (times === 0) at = Math.max(at, to)
    }
    return made
  }

  function quantifier(): number {
    const [whole = '', least = '', comma, most = ''] = /^(?:[?*+]|\{(\d+)(,?)(\d*)\})/.exec(source.slice(at)) ?? []
    at += whole.length
    if (whole !== '' && source[at] === '?') at++
    if (whole === '') return 1
    const from = whole === '?' || whole === '*' ? 0 : whole === '+' ? 1 : Number(least)
    const to = whole === '?' ? 1 : comma === '' ? from : Math.min(Number(most || 9), from + 3)
    return from + random(to - from + 1)
  }

  function atom(): string {
    const letter = String.fromCodePoint(source.codePointAt(at) ?? 0)
    at += letter.length
    if (letter === '(') {
      const [kind = ''] = /^\?(?:[:=!]|<[=!])/.exec(source.slice(at)) ?? []
      at += kind.length
      const inner = alternatives()
      at++
      return kind.endsWith('!') ? '' : inner
    }
    if (letter === '[') return ofClass()
    if (letter === '\\') return ofEscape()
    if (letter === '^' || letter === '$') return ''
    return letter === '.' ? pick(['a', ' ', ':']) : random(4) === 0 ? letter.toUpperCase() : letter
  }

  const escapes: Record<string, string[]> = {
    s: [' ', ' ', '\u00a0'],
    S: ['x', '1', '§'],
    d: ['1', '7'],
    w: ['a', 'B', '3'],
    W: [' ', '.'],
    D: ['x'],
    b: [''],
  }

  function ofEscape(): string {
    const letter = source[at++] ?? ''
    if (letter === 'p' || letter === 'P') {
      const [property = ''] = /^\{[^}]*\}/.exec(source.slice(at)) ?? []
      at += property.length
      return (letter === 'p') === /L/.test(property)
        ? pick(['a', 'é', 'Б'])
        : property === '{N}'
          ? '4'
          : pick(['.', '-', '*'])
    }
    if (letter === 'u') {
      at += 4
      return String.fromCharCode(Number.parseInt(source.slice(at - 4, at), 16))
    }
    return pick(escapes[letter] ?? [letter])
  }

  function ofClass(): string {
    const negated = source[at] === '^'
    if (negated) at++
    const members: string[] = []
    const from = at
    while (source[at] !== ']') {
      const letter = String.fromCodePoint(source.codePointAt(at) ?? 0)
      at += letter.length
      members.push(letter === '\\' ? ofEscape() : letter)
    }
    const whole = new RegExp(`[${negated ? '^' : ''}${source.slice(from, at)}]`, 'u')
    at++
    const found = [...members, ...' aeZ5.,:–*§é日'].filter((each) => whole.test(each))
    return found.length > 0 ? pick(found) : ''
  }

  return alternatives()
}
