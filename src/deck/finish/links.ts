/** Ways through the deck: links on whole shapes. */
import type { FilledPlaceholder } from '../slides-model.js'
import { placeholderLabels } from './master.js'
import { editParts, relate, type SampleStep, slidePath } from './parts.js'
import { escapeXml } from './xml.js'

/**
 * A placeholder that leads to another slide, as a whole: its words keep their look, since only linked words take the link colour. The
 * library can link words alone.
 */
export const linkShapes: SampleStep = (parts, { slides, numbers }) => {
  editParts(parts, slidePath, (xml, number) => {
    const linked = (slides.slides[number - 1]?.items ?? []).filter(
      (item): item is FilledPlaceholder => item.type === 'placeholder' && item.link !== undefined,
    )
    return linked.reduce((edited, { name, link }, i) => {
      const target = link && numbers.get(link.to)
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
