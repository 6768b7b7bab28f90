/**
 * The themes: colours and fonts of the template.
 *
 * Written whole: the library has no way to set theme colours, and lets the notes master share the slide master's theme, which
 * PowerPoint repairs (gitbrent/PptxGenJS#1443).
 */
import { isDark } from '../place/contrast.js'
import type { ColourRole, Slides } from '../slides-model.js'
import type { RestStep } from './parts.js'
import { escapeXml, xmlHead } from './xml.js'

/** Which colour of the theme plays which role; `mapOf` says which of its colours bg1, tx1 and tx2 are. */
export const schemeColour: Record<ColourRole, string> = {
  ground: 'bg1',
  ink: 'tx1',
  quiet: 'tx2',
  accent: 'accent1',
  accent2: 'accent2',
}

/** theme1 for the slide master, theme2 for the notes master. */
export const writeThemes: RestStep = (parts, { slides }) => {
  parts.set('ppt/theme/theme1.xml', themeXml('Cold Recall', slides))
  // Notes are printed: black on white, whatever the slides have.
  parts.set('ppt/theme/theme2.xml', themeXml('Cold Recall notes', { ...slides, colours: paper }))
}

const paper: Slides['colours'] = {
  ground: 'FFFFFF',
  ink: '000000',
  quiet: '595959',
  accent: '000000',
  accent2: '000000',
}

/** The dark and the light colours of a theme: which of them the ground is of, and which the text. */
const sidesOf = ({ ground }: Slides['colours']): [ground: string, text: string] =>
  isDark(ground) ? ['dk', 'lt'] : ['lt', 'dk']

/** The colour map of a master: on a dark ground the light colours of the theme are its text. */
export function mapOf({ colours }: Pick<Slides, 'colours'>): string {
  const [ground, text] = sidesOf(colours)
  const others = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink']
  return `<p:clrMap bg1="${ground}1" tx1="${text}1" bg2="${ground}2" tx2="${text}2" ${others.map((name) => `${name}="${name}"`).join(' ')}/>`
}

function themeXml(name: string, { colours, fonts }: Pick<Slides, 'colours' | 'fonts'>): string {
  const [ground, text] = sidesOf(colours)
  // In the order that the schema asks for.
  const base = {
    [`${text}1`]: colours.ink,
    [`${ground}1`]: colours.ground,
    [`${text}2`]: colours.quiet,
    [`${ground}2`]: colours.ground,
  }
  const scheme: [string, string][] = [
    ...['dk1', 'lt1', 'dk2', 'lt2'].map((key): [string, string] => [key, base[key] ?? colours.ink]),
    ['accent1', colours.accent],
    ['accent2', colours.accent2],
    ['accent3', colours.quiet],
    ['accent4', colours.ink],
    ['accent5', colours.accent],
    ['accent6', colours.accent2],
    ['hlink', colours.accent],
    ['folHlink', colours.accent2],
  ]
  const colour = scheme.map(([key, value]) => `<a:${key}><a:srgbClr val="${value.toUpperCase()}"/></a:${key}>`).join('')
  const font = (key: string, family: string) =>
    `<a:${key}><a:latin typeface="${escapeXml(family)}"/><a:ea typeface="${escapeXml(fonts.eastAsian ?? '')}"/><a:cs typeface="${escapeXml(fonts.complex ?? '')}"/></a:${key}>`
  return `${xmlHead}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${name}"><a:themeElements><a:clrScheme name="Cold Recall">${colour}</a:clrScheme><a:fontScheme name="Cold Recall">${font('majorFont', fonts.heading)}${font('minorFont', fonts.body)}</a:fontScheme>${formatScheme}</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`
}

const plainFill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
const line = (width: number) =>
  `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${plainFill}<a:prstDash val="solid"/></a:ln>`
const thrice = (xml: string) => xml.repeat(3)

/** Three of each are required; ours are flat: no gradient, no shadow. */
const formatScheme = `<a:fmtScheme name="Cold Recall"><a:fillStyleLst>${thrice(plainFill)}</a:fillStyleLst><a:lnStyleLst>${line(6350)}${line(12_700)}${line(19_050)}</a:lnStyleLst><a:effectStyleLst>${thrice('<a:effectStyle><a:effectLst/></a:effectStyle>')}</a:effectStyleLst><a:bgFillStyleLst>${thrice(plainFill)}</a:bgFillStyleLst></a:fmtScheme>`
