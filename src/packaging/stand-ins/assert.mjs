/** What yargs asks of `node:assert`, whose loading takes 5 ms of every command. */
const refuse = (actual, message) => {
  throw new Error(message ?? `Unexpected ${String(actual)}`)
}

export function strictEqual(actual, expected, message) {
  if (!Object.is(actual, expected)) refuse(actual, message)
}

export function notStrictEqual(actual, expected, message) {
  if (Object.is(actual, expected)) refuse(actual, message)
}
