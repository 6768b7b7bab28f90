/** yargs reads every folder upward for a `package.json`, to guess a version that it is told (`cli/cli.ts`). Nothing is found. */
export default () => undefined
