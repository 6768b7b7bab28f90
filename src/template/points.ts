/** Points in figures and words. */
import { fillWords, type Template } from './model.js'

/** 2.5 → "2½", 0.5 → "½": read alike in every language. */
export function pointsFigure(points: number): string {
  const whole = Math.floor(points)
  return points === whole ? String(whole) : `${whole === 0 ? '' : whole}½`
}

/** What a question is worth: 1 → "1 point", 2.5 → "2½ points". */
export function pointsInWords(points: number, { words }: Template): string {
  return fillWords(points <= 1 ? words.point : words.points, { n: pointsFigure(points) })
}
