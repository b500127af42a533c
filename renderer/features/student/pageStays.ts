/**
 * How long a pupil's page stays unused: two minutes at the usual clearing time of 15 s. A page is read,
 * not glanced at as a verdict is; but it is a child's data, so never longer than five minutes.
 *
 * @returns whole seconds, 60–300
 */
export function pageStays(clearAfterSeconds: number): number {
  return Math.min(Math.max(clearAfterSeconds * 8, 60), 300)
}
