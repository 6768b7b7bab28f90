/** Ways through the deck: links on whole shapes, and custom shows. */
import type { FilledPlaceholder } from '../slides-model.js'
import { placeholderLabels } from './master.js'
import { editParts, type FinishStep, relate, slidePath } from './parts.js'
import { escapeXml } from './xml.js'

/**
 * A placeholder that leads to another slide, as a whole: its words keep their look, since only linked words take the link colour. The
 * library can link words alone.
 */
export const linkShapes: FinishStep = (parts, { slides }) => {
  const numberOf = new Map(slides.slides.map(({ id }, i) => [id, i + 1]))
  editParts(parts, slidePath, (xml, number) => {
    const linked = (slides.slides[number - 1]?.items ?? []).filter(
      (item): item is FilledPlaceholder => item.type === 'placeholder' && item.link !== undefined,
    )
    return linked.reduce((edited, { name, link }, i) => {
      const target = link && numberOf.get(link.to)
      if (target === undefined) return edited
      const id = `rIdLink${i + 1}`
      relate(parts, `ppt/slides/slide${number}.xml`, [{ id, type: 'slide', target: `slide${target}.xml` }])
      const click = `<a:hlinkClick r:id="${id}" action="ppaction://hlinksldjump" tooltip="${escapeXml(link?.tip ?? '')}"/>`
      return edited.replace(
        new RegExp(`(<p:cNvPr id="\\d+" name="${placeholderLabels[name]}">)(</p:cNvPr>)`),
        (_, open: string, close: string) => open + click + close,
      )
    }, xml)
  })
}

/** A custom show a day, to run it alone from the deck of a week (`p:custShow` of ISO/IEC 29500-1). */
export const addShows: FinishStep = (parts, { slides }) => {
  const indexOf = new Map(slides.slides.map(({ id }, i) => [id, i]))
  editParts(parts, /^ppt\/presentation\.xml$/, (xml) => {
    const relations = [...xml.matchAll(/<p:sldId [^>]*r:id="([^"]*)"/g)].map(([, id = '']) => id)
    const shows = slides.shows.map(({ name, slides: ids }, i) => {
      const rows = ids.map((id) => `<p:sld r:id="${relations[indexOf.get(id) ?? 0]}"/>`)
      return `<p:custShow name="${escapeXml(name)}" id="${i}"><p:sldLst>${rows.join('')}</p:sldLst></p:custShow>`
    })
    return shows.length === 0
      ? xml
      : xml.replace(
          '<p:defaultTextStyle>',
          () => `<p:custShowLst>${shows.join('')}</p:custShowLst><p:defaultTextStyle>`,
        )
  })
}
