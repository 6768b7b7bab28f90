/** Searching by halves. */

/** The largest whole number from `low` to `high` that passes, where all below it do; `low`, which is not asked, when none does. */
export function largest(low: number, high: number, passes: (value: number) => boolean): number {
  let [least, most] = [low, high]
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (passes(middle)) least = middle
    else most = middle - 1
  }
  return least
}
