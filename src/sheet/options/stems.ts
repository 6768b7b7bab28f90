/** Stems that give each item below them its task: "Define:", "Calculate the area of", "How does the pH change?" above "of an acid", "of a buffer". */

import { Caseless } from '../../text/caseless.js'
import { opensInLanguage } from '../questions/asks.js'

const distributing =
  /^(?:please |now |then )?(?:briefly )?(?:define|explain|describe|state|give|sketch|draw|translate|calculate|compute|solve|simplify|evaluate|convert|differentiate|identify|find|spell out|expand|name|label|write|work out|determine|balance|factori[sz]e|integrate|illustrate|discuss|prove|derive|conjugate)\b/i

/** True for words that open with a task which may be done to each of several things: "Define", "Calculate the area", "Berechne". */
export const opensDistributing = (words: string): boolean => distributing.test(words) || opensInLanguage(words)

/** The last sentence of a stem. */
export const lastSentence = (lead: string): string => /[^.!?]*[.!?:]?\s*$/.exec(lead)?.[0].trim() ?? lead

/** What an object follows, at the end of a task. */
const taskGap = new Caseless(
  String.raw`\s(?:of|for|in|at|on|with|when|if|during|under|between|from|von|für|bei|aus|mit|de|du|pour|dans|para|en|di|per|van|voor)(?: an?| the)?$`,
)
const whGap =
  /^(?:what|how|why|when|where) .{1,200}\b(?:of|for|in|at|if|when|during|under|between|(?:mean|meant|understand|understood) by)(?: an?| the)?$/i
/** "What is glass made of", "What is it used for": what follows answers. */
const answeredBehind =
  /\b(?:made|composed|consists?|full|part|kind|type|sort|form|example|used?|useful|good|needed|stored?|found|located|named|known|written|results?|ends?|lives?|occurs?|happens?|takes? place|begins?|starts?) (?:up )?(?:of|for|in|at|on|by)(?: an?| the)?$/i
/** "How would you separate", "When do we use": to whom the task is given is said. */
const howYou = /^(?:how|when|why) (?:do|does|would|can|could|should|did) (?:you|we|one) [a-z]+(?: [a-z]+){0,2}$/i

/**
 * True for a stem that stops before what it is about, and whose items say that: "Calculate the area of", "What is the pH of", "How would you
 * separate". Not "What is glass made of", nor "The cache is", behind which an answer stands.
 */
export function isUnfinished(lead: string): boolean {
  const words = lastSentence(lead.slice(-300)).replace(/\s*[:：…]+$/, '')
  if (/[.!?]$/.test(words) || answeredBehind.test(words)) return false
  return (opensDistributing(words) && taskGap.test(` ${words}`)) || whGap.test(words) || howYou.test(words)
}

/** How a case begins for which the stem asks: "of a buffer", "when heated", "bei einem Puffer". Neither how ("by heat") nor why ("to cool"). */
const ofCase = new Caseless(
  String.raw`^(?:of|when|if|during|under|while|after|before|at|in|for|on|between|wenn|bei|beim|von|für|unter|im|pour|quand|lors|dans|si|cuando|para)\s`,
)
const askedOfCases = new Caseless(
  String.raw`^(?:how|what (?:is|are|was|were|does|do|happens|would)|why|wie|was (?:ist|sind|passiert|geschieht)|comment|quel(?:le)?s?|cómo|cuál|qué)(?!\p{L})`,
)
/** "How is DNA stored?" – "in a nucleus": how and where are answered so. */
const answeredByPlace = /^how (?:is|are|was|were|can|long|soon|often)\b/i
const place = /^(?:in|on|at|for|after|before|under|between|during)\s/i

/** True for a stem that asks the same for each of some cases: "How does the pH change?" – "of a strong acid", "of a buffer". */
export function asksOfCases(lead: string, items: readonly string[]): boolean {
  const words = lastSentence(lead).replace(/^[¿¡]/, '')
  if (!items.every((item) => ofCase.test(item))) return false
  if (/^(?:why\b|what .* for\W*$)/i.test(words) && items.some((item) => /^for\s/i.test(item))) return false
  if (answeredByPlace.test(words) && items.some((item) => place.test(item))) return false
  return askedOfCases.test(words) || opensDistributing(words)
}

/** "of the following words?", "do these symbols mean?", "is each indicator in acid?": the list has what is asked about. */
const ofEach =
  /\b(?:(?:of|to|for|from|in|with|by) (?:each(?: of)?|the following|these)(?: (?!two\b|three\b|four\b)[\w-]+){1,3}\s*[?:]$|(?:do|does|did|is|are|was|were|would) (?:each(?: of)?|the following|these)(?: [\w-]+){1,4} (?:stand for|mean|represent|denote|measure|express|called|symboli[sz]e)\s*\?$|(?:do|does|did|is|are|was|were|has|have) each (?!other\b|of us\b)[\w-]+\b[^?]{0,80}\?$)/i
/** "What is common to these animals?" is asked of all of them together. */
const together = /\b(?:common|share[sd]?|all|between|together|differen\w+|similar\w*|best|most|least|true|false)\b/i

/** True for a question that is asked of each thing listed below it: "What is the plural of the following words?", "What does each letter mean?" */
export function asksOfEach(lead: string): boolean {
  const words = lastSentence(lead)
  return /^(?:what|which|who|how|where|when)\b/i.test(words) && ofEach.test(words) && !together.test(words)
}
