import { describe, expect, it } from 'vitest'
import { Log } from '../src/diagnostics.js'
import { exitCodeOf, type FailOn, fileDate, wantsColour } from '../src/shell.js'

describe('exitCodeOf', () => {
  const code = (fill: (log: Log) => void, failOn: FailOn = 'error') => {
    const log = new Log()
    fill(log)
    return exitCodeOf(log.messages, failOn)
  }

  it('is 0 without errors, 1 for warnings when they count', () => {
    const warn = (log: Log) => log.report('file-outside-content', null, { path: 'x' })
    expect([code(() => {}), code(warn), code(warn, 'warning')]).toEqual([0, 0, 1])
  })

  it('tells content, template and disk apart, the disk first', () => {
    const content = (log: Log) => log.report('sheets-none', null, { paths: 'x' })
    const template = (log: Log) => log.report('template-missing', null, { name: 'x', known: 'y' })
    const disk = (log: Log) => log.report('file-missing', null, { path: 'x' })
    expect([code(content), code(template), code(disk)]).toEqual([1, 2, 3])
    expect(code((log) => [content, template, disk].forEach((say) => void say(log)))).toBe(3)
    expect([code(content, 'never'), code(template, 'never'), code(disk, 'never')]).toEqual([0, 2, 3])
  })
})

it('fileDate takes whole seconds, within what ZIP can hold', () => {
  const date = (epoch?: string) => fileDate({ SOURCE_DATE_EPOCH: epoch })?.toISOString() ?? null
  expect(date()).toBe('1980-01-01T00:00:00.000Z')
  expect(date('0')).toBe('1980-01-01T00:00:00.000Z')
  expect(date('1700000000')).toBe('2023-11-14T22:13:20.000Z')
  expect(date('99999999999')).toBe('2099-12-31T00:00:00.000Z')
  expect([date('now'), date('-1'), date('1.5')]).toEqual([null, null, null])
})

it('wantsColour honours terminals, NO_COLOR and FORCE_COLOR', () => {
  const stream = (isTTY: boolean) => ({ write: () => {}, isTTY })
  expect(wantsColour(stream(true), {})).toBe(true)
  expect(wantsColour(stream(false), {})).toBe(false)
  expect(wantsColour(stream(true), { NO_COLOR: '1' })).toBe(false)
  expect(wantsColour(stream(true), { TERM: 'dumb' })).toBe(false)
  expect(wantsColour(stream(false), { FORCE_COLOR: '1' })).toBe(true)
})
