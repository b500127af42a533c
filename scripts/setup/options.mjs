/** The few options that belong to our commands; everything else is the app's. */

const ours = {
  '--tour': 'tour',
  '--tried-runtime': 'triedRuntime',
  '--retry-download': 'retryDownload',
}

/** @typedef {{tour: boolean, triedRuntime: boolean, retryDownload: boolean, rest: string[]}} CommandOptions */

/**
 * @param {readonly string[]} argv
 * @returns {CommandOptions}
 */
export function commandOptions(argv) {
  const given = new Set(
    argv.flatMap((argument) => ours[/** @type {keyof ours} */ (argument)] ?? []),
  )
  return {
    tour: given.has('tour'),
    triedRuntime: given.has('triedRuntime'),
    retryDownload: given.has('retryDownload'),
    rest: argv.filter((argument) => !(argument in ours)),
  }
}
