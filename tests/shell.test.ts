import { describe, expect, it } from 'vitest'
import { Log } from '../src/diagnostics.js'
import { exitCodeOf, type FailOn, fileDate, placeOfStart, wantsColour } from '../src/shell.js'

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
    const template = (log: Log) => log.report('template-missing', null, { name: 'x', known: 'y', hint: '' })
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

describe('placeOfStart', () => {
  const start = (script: string, env: Record<string, string>) => placeOfStart({ script, cwd: '/tools/recall', env })

  it('says the command that works where it was typed', () => {
    const bin = '/usr/local/bin'
    expect(start(`${bin}/cold-recall`, { PATH: `/bin:${bin}` }).command).toBe('cold-recall')
    expect(start(`${bin}/cold-recall`, { PATH: '/bin' }).command).toBe('node /usr/local/bin/cold-recall')
    expect(start('/tools/our recall/dist/bin.js', {}).command).toBe('node "/tools/our recall/dist/bin.js"')
  })

  it('never lets npx fetch a package of that name', () => {
    const local = '/course/node_modules/.bin'
    const path = { PATH: local }
    const script = `${local}/cold-recall`
    expect(start(script, { ...path, npm_command: 'exec' }).command).toBe('npx --no -- cold-recall')
    expect(start(script, { ...path, npm_lifecycle_event: 'handouts' }).command).toBe('npx --no -- cold-recall')
  })

  it('stands where people stand when the script of the clone runs it', () => {
    const npm = { npm_lifecycle_event: 'cold-recall', npm_package_name: 'cold-recall', INIT_CWD: '/course' }
    const command = 'npm --prefix /tools/recall run cold-recall --'
    expect(start('dist/bin.js', npm)).toEqual({ cwd: '/course', command })
    const other = { ...npm, npm_package_name: 'course' }
    expect(start('dist/bin.js', other).cwd).toBe('/tools/recall')
  })
})
