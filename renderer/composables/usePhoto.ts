import { ref, watch, type Ref } from 'vue'
import { useFace } from './face.ts'
import { TWO_FRAMES_MS } from './twoFrames.ts'

interface Pictured {
  readonly studentId: string
  readonly hasPhoto: boolean
}

/** The face of one person as a blob URL; revoked as soon as another person or nobody stands there. */
export function usePhoto(person: () => Pictured | null): Readonly<Ref<string | null>> {
  const faceOf = useFace()
  const url = ref<string | null>(null)
  watch(
    () => studentWithPhoto(person()),
    async (studentId, _before, onCleanup) => {
      let wanted = true
      let made: string | null = null
      onCleanup(() => {
        wanted = false
        url.value = null
        if (made !== null) URL.revokeObjectURL(made)
      })
      await new Promise((resolve) => setTimeout(resolve, TWO_FRAMES_MS))
      if (studentId === null || !wanted) return
      made = await faceOf(studentId)
      if (wanted) url.value = made
      else if (made !== null) URL.revokeObjectURL(made)
    },
    { immediate: true },
  )
  return url
}

function studentWithPhoto(person: Pictured | null): string | null {
  return person?.hasPhoto === true ? person.studentId : null
}
