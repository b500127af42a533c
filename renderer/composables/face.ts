import { useVerify } from '../stores/verify.ts'

/**
 * Loads a pupil's face as a blob URL, decoded, so that it appears whole; null: there is none, or it is
 * ruined and the drawn placeholder stays. Whoever gets a URL revokes it.
 */
export function useFace(): (studentId: string) => Promise<string | null> {
  const verify = useVerify()
  return async (studentId) => {
    const photo = await verify.photoOf(studentId)
    if (photo === null) return null
    const url = URL.createObjectURL(new Blob([photo.bytes], { type: photo.mime }))
    if (await decodes(url)) return url
    URL.revokeObjectURL(url)
    return null
  }
}

async function decodes(url: string): Promise<boolean> {
  const image = new Image()
  image.src = url
  return image.decode().then(
    () => true,
    () => false,
  )
}
