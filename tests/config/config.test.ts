import { expect, it } from 'vitest'
import { configKeys, readConfig } from '../../src/config/read-config.js'
import { Log } from '../../src/diagnostics.js'
import { configMessages } from '../../src/messages/config.js'

it('the help for an unknown key names all that there are', () => {
  const named = /^Known keys are (.*);/.exec(configMessages['config-key-unknown'].help)?.[1]?.split(/, | and /)
  expect(named?.toSorted()).toEqual(configKeys.toSorted())
})

it.each([
  ['paper: leter', 'letter'],
  ['ruling: colege', 'college'],
  ['scheme: drak', 'dark'],
  ['pages: callendar', 'calendar'],
  ['edition: [key, studnet]', 'student'],
  ['severity:\n  citation-missing: wraning', 'warning'],
])('%j may have been meant as "%s"', (text, name) => {
  const log = new Log()
  readConfig(text, 'recall.config.yaml', log)
  expect(log.messages.map(({ reason }) => /; did you mean "(.+)"\?$/.exec(reason)?.[1])).toEqual([name])
})

it('a value that is like no name has no such hint', () => {
  const log = new Log()
  readConfig('qr: perhaps\npaper: 3', 'recall.config.yaml', log)
  expect(log.messages.map(({ reason }) => reason)).toEqual([
    '"paper" is 3, expected a word',
    '"qr" is "perhaps", expected true or false',
  ])
})
