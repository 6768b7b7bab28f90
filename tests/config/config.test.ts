import { expect, it } from 'vitest'
import { configKeys } from '../../src/config/read-config.js'
import { configMessages } from '../../src/messages/config.js'

it('the help for an unknown key names all that there are', () => {
  const named = /^Known keys are (.*);/.exec(configMessages['config-key-unknown'].help)?.[1]?.split(/, | and /)
  expect(named?.toSorted()).toEqual(configKeys.toSorted())
})
