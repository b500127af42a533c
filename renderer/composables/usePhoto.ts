import { ref, watch, type Ref } from 'vue'
import type { Photo } from '../../core/contract.ts'
import { useVerify } from '../stores/verify.ts'
import { TWO_FRAMES_MS } from './twoFrames.ts'

interface Pictured {
  readonly studentId: string
  readonly hasPhoto: boolean
}

/**
 * The face of a person as a blob URL: null until it is decoded, so that it appears whole;
 * revoked as soon as another person or nobody stands there.
 */
export function usePhoto(person: () => Pictured | null): Readonly<Ref<string | null>> {
  const verify = useVerify()
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
      const photo = studentId === null || !wanted ? null : await verify.photoOf(studentId)
      if (photo === null || !wanted) return
      made = urlOf(photo)
      if ((await decodes(made)) && wanted) url.value = made
    },
    { immediate: true },
  )
  return url
}

function studentWithPhoto(person: Pictured | null): string | null {
  return person?.hasPhoto === true ? person.studentId : null
}

function urlOf(photo: Photo): string {
  return URL.createObjectURL(new Blob([photo.bytes], { type: photo.mime }))
}

/** False for a ruined picture: the drawn placeholder stays. */
async function decodes(url: string): Promise<boolean> {
  const image = new Image()
  image.src = url
  return image.decode().then(
    () => true,
    () => false,
  )
}
