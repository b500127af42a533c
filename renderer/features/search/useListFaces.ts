import { onUnmounted, shallowRef, watch, type Ref } from 'vue'
import type { StudentLine } from '../../../core/studentShown.ts'
import { useFace } from '../../composables/face.ts'

/**
 * A line that is gone at the next key asks for no face, and faces come one after another: a key that is
 * pressed meanwhile waits for one of them, not for twenty.
 */
const SETTLED_MS = 300
const APART_MS = 20

/** The faces of a list, by pupil, as blob URLs. Who stays on the list keeps theirs; the others' are revoked. */
export function useListFaces(
  lines: () => readonly StudentLine[],
): Readonly<Ref<ReadonlyMap<string, string>>> {
  const faceOf = useFace()
  const faces = shallowRef<ReadonlyMap<string, string>>(new Map())
  let timer: ReturnType<typeof setTimeout> | undefined
  let round = 0

  async function load(listed: readonly StudentLine[], mine: number): Promise<void> {
    keepOnly(new Set(listed.map(({ studentId }) => studentId)))
    for (const { studentId, hasPhoto } of listed) {
      if (!hasPhoto || faces.value.has(studentId)) continue
      const url = await faceOf(studentId)
      if (mine !== round) {
        if (url !== null) URL.revokeObjectURL(url)
        return
      }
      if (url !== null) faces.value = new Map([...faces.value, [studentId, url]])
      await new Promise((resolve) => setTimeout(resolve, APART_MS))
      if (mine !== round) return
    }
  }

  function keepOnly(students: ReadonlySet<string>): void {
    for (const [studentId, url] of faces.value)
      if (!students.has(studentId)) URL.revokeObjectURL(url)
    faces.value = new Map([...faces.value].filter(([studentId]) => students.has(studentId)))
  }

  watch(
    lines,
    (listed) => {
      clearTimeout(timer)
      const mine = (round += 1)
      timer = setTimeout(() => void load(listed, mine), SETTLED_MS)
    },
    { immediate: true },
  )
  onUnmounted(() => {
    clearTimeout(timer)
    round += 1
    keepOnly(new Set())
  })
  return faces
}
