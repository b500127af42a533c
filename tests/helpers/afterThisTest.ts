const cleanUps: (() => unknown)[] = []

/** Taken away after the test in which it is said, the last first. */
export function afterThisTest(cleanUp: () => unknown): void {
  cleanUps.push(cleanUp)
}

/** For `eachTestFile.ts`. */
export async function cleanUpNow(): Promise<void> {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
}
