import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const src = fileURLToPath(new URL('../src/', import.meta.url))

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'))
  .sort()

/** Relative imports of a file, as paths below src; `types: false` leaves out the ones that vanish at run time. */
function importsOf(file: string, { types }: { types: boolean }): string[] {
  const text = readFileSync(join(src, file), 'utf8')
  const found = [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g),
  ]
  return found
    .filter((match) => types || match[1] === undefined)
    .map((match) => normalize(join(dirname(file), match[2] ?? match[3] ?? '')).replace(/\.js$/, '.ts'))
}

/** `sheet/parse.ts` → `sheet/`; `bin.ts` → `bin.ts`. */
const roomOf = (file: string): string => (file.includes('/') ? `${file.split('/')[0]}/` : file)

/** The table of the map: room → rooms it may import. */
function readMap(): Map<string, Set<string>> {
  const rows = readFileSync(join(src, 'README.md'), 'utf8').matchAll(/^\| `([^`]+)` \|[^|]*\|([^|]*)\|$/gm)
  const rooms = [...rows].map(
    ([, room, allowed]) => [room ?? '', (allowed ?? '').split(',').map((name) => name.trim())] as const,
  )
  const names = new Map(rooms.map(([room]) => [room.replace(/\.ts$|\/$/, ''), room]))
  return new Map(
    rooms.map(([room, allowed]) => [
      room,
      new Set(allowed.filter(Boolean).map((name) => names.get(name) ?? `?${name}`)),
    ]),
  )
}

describe('the map in src/README.md', () => {
  const map = readMap()

  it('names every room that there is, and no other', () => {
    expect([...map.keys()].sort()).toEqual([...new Set(files.map(roomOf))].sort())
    expect([...map.values()].flatMap((allowed) => [...allowed]).filter((name) => name.startsWith('?'))).toEqual([])
  })

  it('allows every import', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file, { types: true })
        .filter((to) => roomOf(to) !== roomOf(file) && !map.get(roomOf(file))?.has(roomOf(to)))
        .map((to) => `${file} → ${to}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('files that the map and comments name', () => {
  it('exist', () => {
    const named = (file: string) =>
      [...readFileSync(join(src, file), 'utf8').matchAll(/`([\w-]+(?:\/[\w.-]+)+\.(?:ts|mjs|cjs))`/g)].map(
        ([, path = '']) => path,
      )
    // From `src/`, from the repository, or from the room or corner that the file stands in.
    const exists = (path: string, file: string) =>
      [src, join(src, '..'), join(src, dirname(file)), join(src, roomOf(file))].some((from) =>
        existsSync(join(from, path)),
      )
    const missing = [...files, 'README.md'].flatMap((file) =>
      named(file)
        .filter((path) => !path.startsWith('dist/') && !exists(path, file))
        .map((path) => `${file} → ${path}`),
    )
    expect(missing).toEqual([])
  })
})

describe('imports', () => {
  it('name files that exist', () => {
    const missing = files.flatMap((file) =>
      importsOf(file, { types: true })
        .filter((to) => !files.includes(to) && !files.includes(to.replace(/\.ts$/, '.d.ts')))
        .map((to) => `${file} → ${to}`),
    )
    expect(missing).toEqual([])
  })

  it('of benches, which nothing else checks, name files that exist', () => {
    const bench = fileURLToPath(new URL('bench/', import.meta.url))
    const missing = readdirSync(bench).flatMap((file) =>
      [...readFileSync(join(bench, file), 'utf8').matchAll(/'\.\.\/\.\.\/dist\/([^']+)\.js'|\bfrom\('([^']+)\.js'\)/g)]
        .map(([, built, named]) => `${built ?? named}.ts`)
        .filter((to) => !files.includes(to))
        .map((to) => `${file} → ${to}`),
    )
    expect(missing).toEqual([])
  })

  it('run in no circles', () => {
    const circles: string[] = []
    const done = new Set<string>()
    const walk = (file: string, trail: string[]): void => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
      if (done.has(file) || trail.includes(file)) return
      for (const to of importsOf(file, { types: true })) if (files.includes(to)) walk(to, [...trail, file])
      done.add(file)
    }
    for (const file of files) walk(file, [])
    expect(circles).toEqual([])
  })

  it.each([
    ['pdfkit', 'workbook/pdf/pdf-device.ts'],
    ['pptxgenjs', 'deck/draw/pptxgen.ts'],
    ['fontkit', 'text/fonts/font-library.ts'],
    ['yargs', 'cli/cli.ts'],
    ['node:fs', 'disk/'],
  ])('%s is known to %s alone', (library, owner) => {
    const users = files.filter((file) => {
      const text = readFileSync(join(src, file), 'utf8')
      return new RegExp(`import(?! type)[^'"]*'${library}'|import\\('${library}'\\)`).test(text)
    })
    expect([...new Set(owner.endsWith('/') ? users.map(roomOf) : users)]).toEqual([owner])
  })
})
