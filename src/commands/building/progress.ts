/** How far a build is, on a terminal: a line that is written over and is gone when the build ends. */
import type { Shell } from '../../shell.js'

/** Milliseconds: what is over sooner needs no line; and how often it is written, so that it costs nothing and can be read. */
const worth = 1000
const often = 100

/** Signs of the bar. */
const width = 20

/** The line of a build in progress: written over in place on stderr, none for one that is over within a second, and wiped when it ends. */
export class Progress {
  readonly #shell: Pick<Shell, 'stderr' | 'now'>
  readonly #began: number
  #written = Number.NEGATIVE_INFINITY
  #isShown = false

  constructor(shell: Pick<Shell, 'stderr' | 'now'>) {
    this.#shell = shell
    this.#began = shell.now().getTime()
  }

  /** `weeks` are done, of so many: "[#####···············] 13 of 52 weeks, 8.4 a second, 5 s left". What was read before the first counts for none. */
  done(weeks: number, of: number): void {
    const now = this.#shell.now().getTime()
    const spent = now - this.#began
    if (weeks === 0 || spent <= 0 || now - this.#written < often) return
    const left = (spent / weeks) * (of - weeks)
    if (!this.#isShown && spent + left < worth) return
    this.#written = now
    this.#isShown = true
    const full = Math.round((weeks / of) * width)
    const bar = '#'.repeat(full) + '·'.repeat(width - full)
    const rate = (weeks / (spent / 1000)).toPrecision(2)
    this.#shell.stderr.write(
      `\r[${bar}] ${weeks} of ${of} weeks, ${Number(rate)} a second, ${inWords(left)} left\x1b[K`,
    )
  }

  /** Takes the line away. Whoever says something calls this first. */
  end(): void {
    if (this.#isShown) this.#shell.stderr.write('\r\x1b[K')
    this.#isShown = false
  }
}

/** "4 s", "2 min 5 s". */
function inWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** True where a person looks at a terminal that can take a line back. */
export const wantsProgress = ({ stderr, env }: Pick<Shell, 'stderr' | 'env'>, quiet: boolean): boolean =>
  stderr.isTTY === true && !quiet && !env.CI && env.TERM !== 'dumb'
