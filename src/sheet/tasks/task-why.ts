/** What is to be heard in an explanation and seen in a drawing: a cause, or an order. Read from the words of the prompt in all our languages. */

import { Caseless, once } from '../../text/caseless.js'
import { beforeHow, howWords, orderWords, whyWords } from '../words/why-words.js'

const whole = (words: string) => `(?<![\\p{L}\\p{M}\\p{N}])(?:${words})(?![\\p{L}\\p{M}\\p{N}])`
const why = new Caseless(`${whole(whyWords.whole)}|${whyWords.anywhere}`)
const how = new Caseless(
  `(?:^|[.?!:;—–] ?|(?:${beforeHow}),? )${once}[¿¡"„«]?${once}(?:${howWords})(?![\\p{L}\\p{M}\\p{N}])|どのように|どうやって|如何|怎么|怎样|어떻게`,
)
const order = new Caseless(`${whole(orderWords.whole)}|${orderWords.anywhere}`)

/** "Why does it fail?", "Explain how it works." → why; "What is a joule?", "How many?", "Translate …" → nothing in particular. `prompt` is on one line. */
export const asks = (prompt: string): { asks?: 'why' } => (why.test(prompt) || how.test(prompt) ? { asks: 'why' } : {})

/** "Draw the life cycle of a frog." → an order; "Draw and label a plant cell." → nothing in particular. */
export const shows = (prompt: string): { shows?: 'order' } => (order.test(prompt) ? { shows: 'order' } : {})
