/** Time that this process computed, in ms. Bounds of tests count it and not the clock, which also runs while other programs have the processor. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
