/**
 * Columns that words of our help take, in the bundle instead of the package `string-width`: they are plain letters, and making its
 * expressions for emoji takes as long as the rest of `--help`.
 */
export default (words) => [...words].length
