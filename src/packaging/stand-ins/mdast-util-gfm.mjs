/** What reading asks of `mdast-util-gfm`. Its other half writes Markdown, by a library as large as the one that reads it. */
export { gfmFromMarkdown } from 'mdast-util-gfm'

export const gfmToMarkdown = () => ({})
