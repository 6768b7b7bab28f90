/** What may be written to a terminal: nothing that a sheet or the name of a file says can steer it, or look like a line of ours. */

/** Shows control characters as `\u{1b}`, so that a sheet cannot write escape sequences to the terminal; line ends and tabs stay. */
export const printable = (text: string): string => text.replace(steering, shown)

/** As `printable`, of what stands in one line, such as the name of a file: line ends and tabs are shown as well, a line end as `\u{a}`. */
export const onOneLine = (text: string): string => text.replace(steeringOrBreaking, shown)

/** The class of control characters, `\p{Cc}`: a property takes longer to look up than a report to write. */
const control = '\\0-\\x1f\\x7f-\\x9f'
const steeringOrBreaking = new RegExp(`[${control}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]`, 'g')
const steering = new RegExp(`(?![\\t\\n])[${control}\\u202a-\\u202e\\u2066-\\u2069]`, 'g')

const shown = (character: string): string => `\\u{${character.codePointAt(0)?.toString(16)}}`
