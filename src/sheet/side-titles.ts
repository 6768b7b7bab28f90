/** Titles over lists and words that are no questions: how to use it, goals, resources. A closed list of whole titles. */
import { Caseless, once } from '../text/caseless.js'

const titles = new Caseless(
  `^[^\\p{L}\\p{N}]*(?:\\d+[.)]\\s*)?${once}(?:` +
    'how (?:to use|it works|this works)(?: .{0,40})?|how to .{1,40}|instructions?|directions|rules|protocol|the protocol|before you (?:start|begin)|' +
    '(?:table of )?contents|overview|outline|agenda|schedule|navigation|(?:course |related |useful |external )?links|(?:further |recommended )?reading|' +
    '(?:further |additional |useful |helpful )?resources|references|sources|bibliography|notes?|goals?|aims?|(?:learning )?(?:objectives|outcomes|goals)|' +
    'prerequisites|materials?|glossary|key terms|vocabulary|acknowledge?ments|licen[cs]e|credits|changelog|about(?: this .{1,30})?|see also|next steps|' +
    'legend|tips|hints' +
    `)${once}[^\\p{L}\\p{N}]*$`,
)

/** True for the heading of a part that is about the questions and holds none: "How to use this sheet", "Resources". */
export const isSideTitle = (words: string) => words.length <= 80 && titles.test(words)
