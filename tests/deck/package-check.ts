/**
 * The rules of a package that no schema holds: what every part must have around it. Breaking one of them is what makes
 * PowerPoint offer a repair.
 */
import { type PackageParts, relationsOf } from './read-pptx.js'

/** Faults in words; none is good. */
export function packageFaults(parts: PackageParts): string[] {
  return [...typeFaults(parts), ...relationFaults(parts), ...idFaults(parts), ...themeFaults(parts)]
}

const overridesOf = (parts: PackageParts): string[] =>
  [...(parts.get('[Content_Types].xml') ?? '').matchAll(/<Override PartName="\/([^"]*)"/g)].map(([, path = '']) => path)

/** Every override names a part, once; every part has a type of its own; no folders. */
function typeFaults(parts: PackageParts): string[] {
  const overrides = overridesOf(parts)
  const types = parts.get('[Content_Types].xml') ?? ''
  const byEnding = [...types.matchAll(/<Default Extension="([^"]*)" ContentType="image/g)].map(
    ([, ending]) => `.${ending}`,
  )
  const own = [...parts.keys()].filter(
    (path) =>
      !path.endsWith('.rels') && path !== '[Content_Types].xml' && !byEnding.some((ending) => path.endsWith(ending)),
  )
  return [
    ...overrides.filter((path) => !parts.has(path)).map((path) => `a type for ${path}, which is not there`),
    ...overrides.filter((path, i) => overrides.indexOf(path) !== i).map((path) => `two types for ${path}`),
    ...own.filter((path) => !overrides.includes(path)).map((path) => `no type for ${path}`),
    ...byEnding
      .filter((ending) => ![...parts.keys()].some((path) => path.endsWith(ending)))
      .map((ending) => `a type for ${ending}, of which there is none`),
    ...own.filter((path) => path.endsWith('/')).map((path) => `a folder ${path}`),
  ]
}

/** Every relationship leads to a part; every r:id is known; every part can be reached from the package's root. */
function relationFaults(parts: PackageParts): string[] {
  const faults: string[] = []
  const reached = new Set<string>(['[Content_Types].xml'])
  const visit = (path: string, relationsPath: string): void => {
    reached.add(path)
    const relations = relationsOf(parts, path)
    if (relations.size > 0) reached.add(relationsPath)
    for (const [, id = ''] of (parts.get(path) ?? '').matchAll(/ r:(?:id|embed|link)="([^"]*)"/g))
      if (!relations.has(id)) faults.push(`${path}: ${id} is not in its relationships`)
    for (const { target, type } of relations.values()) {
      if (type === 'hyperlink') continue
      if (!parts.has(target)) faults.push(`${path}: leads to ${target}, which is not there`)
      else if (!reached.has(target)) visit(target, relationsPathOf(target))
    }
  }
  visit('', '_rels/.rels')
  for (const path of parts.keys()) if (!reached.has(path)) faults.push(`${path}: nothing leads to it`)
  return faults
}

const relationsPathOf = (path: string): string => path.replace(/([^/]*)$/, '_rels/$1.rels')

/** Shape ids are unique on each part and numeric; so are the ids of slides, masters and layouts. */
function idFaults(parts: PackageParts): string[] {
  const faults: string[] = []
  const unique = (where: string, ids: readonly string[]): void => {
    for (const [i, id] of ids.entries()) {
      if (!/^\d+$/.test(id)) faults.push(`${where}: id "${id}" is no number`)
      if (ids.indexOf(id) !== i) faults.push(`${where}: id ${id} is there twice`)
    }
  }
  const all = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, id = '']) => id)
  for (const [path, xml] of parts) unique(path, all(xml, /<p:cNvPr id="([^"]*)"/g))
  const presentation = parts.get('ppt/presentation.xml') ?? ''
  unique('slides', all(presentation, /<p:sldId id="([^"]*)"/g))
  const masters = [...parts].filter(([path]) => /^ppt\/slideMasters\/[^/]+$/.test(path)).map(([, xml]) => xml)
  unique('masters', all([presentation, ...masters].join(''), /<p:sld(?:Master|Layout)Id id="([^"]*)"/g))
  for (const [path, xml] of parts) {
    const shapes = new Set(all(xml, /<p:cNvPr id="([^"]*)"/g))
    for (const id of all(xml, / spid="([^"]*)"/g))
      if (!shapes.has(id)) faults.push(`${path}: animates ${id}, no such shape`)
  }
  return faults
}

/** Each master has a theme that no other has. */
function themeFaults(parts: PackageParts): string[] {
  const masters = [...parts.keys()].filter((path) => /^ppt\/(?:slide|notes)Masters\/[^/]+$/.test(path))
  const themes = masters.map(
    (path) => [...relationsOf(parts, path).values()].find(({ type }) => type === 'theme')?.target,
  )
  return themes.flatMap((theme, i) => {
    if (theme === undefined) return [`${masters[i]}: no theme`]
    return themes.indexOf(theme) === i ? [] : [`${masters[i]}: shares ${theme}`]
  })
}
