/** The words that a reader of the rendered Markdown sees, as GitHub would show it. */
import { micromark } from 'micromark'
import { frontmatter, frontmatterHtml } from 'micromark-extension-frontmatter'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

export function visibleWords(markdown: string): string[] {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm(), frontmatter()],
    htmlExtensions: [gfmHtml(), frontmatterHtml()],
  })
  return lettersOf(htmlText(html))
}

/** Runs of letters in one spelling, without accents, which stand in another order in PDF. */
export const lettersOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u0640]/gu, '')
    .match(/\p{L}+/gu) ?? []

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** Text of HTML: without tags, comments, scripts and what the page itself adds for footnotes. */
function htmlText(html: string): string {
  return (
    html
      // GitHub shows some tags as words.
      .replace(/&lt;(?=\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)\b)/gi, '<')
      .replace(/<h2[^>]*class="sr-only"[^>]*>Footnotes<\/h2>/g, ' ')
      .replace(/<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/g, ' ')
      .replace(/<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
      .replace(/<\/?[A-Za-z][^>]*>|<![A-Za-z][^>]*>/g, (tag) =>
        /^<\/?(?:em|strong|del|code|a|b|i|u|s|sub|sup|kbd|span|mark|small)\b/i.test(tag) ? '' : ' ',
      )
      .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => named[name] ?? '')
  )
}
