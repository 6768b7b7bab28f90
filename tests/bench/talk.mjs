/** Words for courses that benchmarks make: the same for the same seed. */

const words =
  'the model drifts while people watch dashboards that nobody reads because alerts fire every night until the team turns them off'.split(
    ' ',
  )

/** Numbers below `n`, and sentences of so many words. */
export function talker(seed) {
  let state = seed
  const below = (n) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return (state >> 8) % n
  }
  return { below, sentence: (length) => Array.from({ length }, () => words[below(words.length)]).join(' ') }
}

/** How questions begin, one for each kind of them. */
export const asked = [
  'Why is it that',
  'Which four things, as',
  'Compare fast versus slow where',
  'Explain how',
  'In two minutes, say how',
]
