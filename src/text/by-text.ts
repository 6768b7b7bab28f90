/** Order of texts by their UTF-16 units: the same in every locale. For `sort`: negative when `a` comes first, 0 for equal ones. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
