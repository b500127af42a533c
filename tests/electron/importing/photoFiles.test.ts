import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  educationIdIn,
  openPhotos,
  type PhotoFile,
} from '../../../electron/importing/photoFiles.ts'
import { jpegOf, jpegSegment, pngOf } from '../../helpers/pictures.ts'
import { zipOf, type ZippedFile } from '../../helpers/zipFiles.ts'

const good = jpegOf(358, 441)
const GBK_NAME = Buffer.concat([Buffer.from('d5c5c8fd', 'hex'), Buffer.from('10000007.jpg')])

let place: string
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'desk-photos-'))
})
afterEach(() => rmSync(place, { recursive: true }))

async function all(path: string): Promise<readonly PhotoFile[]> {
  const opened = await openPhotos(path)
  if (opened.kind === 'refused') throw new Error(opened.why)
  const files: PhotoFile[] = []
  for await (const file of opened.files) files.push(file)
  expect(files).toHaveLength(opened.count)
  return files
}

const inShort = (files: readonly PhotoFile[]): readonly string[] =>
  files.map((file) =>
    file.kind === 'photo'
      ? `${file.index} ${file.educationId} ${file.mime} ${file.width}×${file.height} ${file.flaws.join()}`.trim()
      : file.kind === 'twice'
        ? `${file.index} as ${file.otherIndex}`
        : `${file.index} ${file.kind}`,
  )

function folder(files: Readonly<Record<string, Buffer | string>>): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(place, name, '..'), { recursive: true })
    writeFileSync(join(place, name), content)
  }
  return place
}

function zip(files: readonly ZippedFile[]): string {
  const path = join(place, 'photos.bin')
  writeFileSync(path, zipOf(files))
  return path
}

const why = async (path: string): Promise<string> => {
  const opened = await openPhotos(path)
  return opened.kind === 'refused' ? opened.why : 'photos'
}

it.each([
  ['12345678.jpg', '12345678'],
  ['12345678_张三.jpg', '12345678'],
  ['张三12345678.JPG', '12345678'],
  ['一年级1班/12345678-2.png', '12345678'],
  ['１２３４５６７８.jpg', '12345678'],
  ['87654321/12345678.jpg', '12345678'],
  ['张三.jpg', null],
  ['1234567.jpg', null],
  ['123456789.jpg', null],
  ['12345678_87654321.jpg', null],
])('%s is named by %s', (name, id) => {
  expect(educationIdIn(name)).toBe(id)
})

describe('a folder of photos', () => {
  it('gives them by name, one by one, and what is wrong with each', async () => {
    const path = folder({
      '10000001.jpg': good,
      '10000002_张三.JPG': pngOf(100, 100),
      '10000003.jpg': 'text',
      '10000004.jpg': jpegOf(358, 441, { bytes: 3_000_000 }),
      '一班/10000001.png': good,
      '一班/李四.jpg': good,
      'Thumbs.db': 'x',
      '.DS_Store': 'x',
      '__MACOSX/10000001.jpg': good,
    })
    expect(inShort(await all(path))).toEqual([
      '1 10000001 image/jpeg 358×441',
      '2 10000002 image/png 100×100 too-small,wrong-shape',
      '3 not-a-picture',
      '4 too-large',
      '5 as 1',
      '6 no-education-id',
    ])
  })

  it('gives the picture alone: neither where it was taken nor when', async () => {
    const place = jpegSegment(0xe1, `Exif\0\0MM\0*\0\0\0\x08\0\0 39.9042N 116.4074E`)
    const path = folder({ '10000001.jpg': jpegOf(358, 441, { between: [place] }) })
    const [file] = await all(path)
    expect(file?.kind === 'photo' && Buffer.from(file.bytes)).toEqual(good)
  })

  it('takes none that is cut off behind its header for a photo', async () => {
    const path = folder({ '10000001.jpg': good.subarray(0, -2) })
    expect(inShort(await all(path))).toEqual(['1 not-a-picture'])
  })

  it('takes a good one after a bad one of the same pupil', async () => {
    const path = folder({ '10000001.jpg': 'text', '10000001.png': good })
    expect(inShort(await all(path))).toEqual(['1 not-a-picture', '2 10000001 image/jpeg 358×441'])
  })

  it.skipIf(process.platform === 'win32')('follows no link', async () => {
    folder({ 'in/10000001.jpg': good })
    writeFileSync(join(place, 'outside.jpg'), good)
    symlinkSync(join(place, 'outside.jpg'), join(place, 'in', '10000002.jpg'))
    symlinkSync(place, join(place, 'in', 'loop'))
    expect(inShort(await all(join(place, 'in')))).toEqual([
      '1 10000001 image/jpeg 358×441',
      '2 link',
      '3 no-education-id',
    ])
  })

  it('brings no name along', async () => {
    const files = await all(folder({ '10000001_张三.jpg': good, '李四.jpg': good }))
    expect(JSON.stringify(files)).not.toMatch(/张三|李四/)
  })

  it('may be empty, or not be there', async () => {
    expect(await why(place)).toBe('no-files')
    expect(await why(join(place, 'none'))).toBe('unreadable')
    writeFileSync(join(place, 'a.jpg'), good)
    expect(await why(join(place, 'a.jpg'))).toBe('not-photos')
  })
})

describe('a zip of photos', () => {
  it('is read as a folder is, with names as Chinese Windows packs them', async () => {
    const path = zip([
      { name: '三年级/', content: '' },
      { name: '三年级\\10000002.jpg', content: good },
      { name: GBK_NAME, content: good, stored: true },
      { name: '../../10000003.jpg', content: good },
      { name: '/10000004.jpg', content: jpegOf(358, 441, { bytes: 100_000 }), stored: true },
    ])
    expect(inShort(await all(path))).toEqual([
      '1 10000003 image/jpeg 358×441',
      '2 10000004 image/jpeg 358×441',
      '3 10000002 image/jpeg 358×441',
      '4 10000007 image/jpeg 358×441',
    ])
  })

  it('says which files are damaged, encrypted, too large or lying', async () => {
    const path = zip([
      { name: '10000001.jpg', content: good, lie: { crc: 1 } },
      { name: '10000002.jpg', content: good, encrypted: true },
      { name: '10000003.jpg', content: noise(2_200_000), stored: true },
      { name: '10000004.jpg', content: Buffer.alloc(3_000_000), lie: { size: 90_000 } },
      { name: '10000005.jpg', content: good },
    ])
    expect(inShort(await all(path))).toEqual([
      '1 unreadable',
      '2 unreadable',
      '3 too-large',
      '4 unreadable',
      '5 10000005 image/jpeg 358×441',
    ])
  })

  it('that would fill the memory is refused before anything is inflated', async () => {
    expect(await why(zip([{ name: '10000001.jpg', content: Buffer.alloc(20_000_000) }]))).toBe(
      'zip-bomb',
    )
    const many = Array.from({ length: 20_001 }, (_, at) => ({
      name: `${at}`,
      content: '',
      stored: true,
    }))
    expect(await why(zip(many))).toBe('too-large')
    const large = Array.from({ length: 110 }, (_, at) => ({
      name: `${at}`,
      content: 'x',
      lie: { size: 4_000_000 },
    }))
    expect(await why(zip(large))).toBe('zip-bomb')
  })

  it('that is cut off is damaged', async () => {
    const whole = zipOf([{ name: '10000001.jpg', content: good }])
    writeFileSync(join(place, 'half.zip'), whole.subarray(0, whole.length - 30))
    expect(await why(join(place, 'half.zip'))).toBe('damaged')
  })

  it('can be closed half-way', async () => {
    const opened = await openPhotos(
      zip([
        { name: '10000001.jpg', content: good },
        { name: '10000002.jpg', content: good },
      ]),
    )
    if (opened.kind === 'refused') throw new Error(opened.why)
    for await (const file of opened.files) {
      expect(file.kind).toBe('photo')
      break
    }
    await opened.close()
  })
})

/** Bytes that do not pack. */
function noise(length: number): Buffer {
  let state = 1
  return Buffer.from(
    Uint8Array.from({ length }, () => (state = (state * 48_271) % 2_147_483_647) & 255),
  )
}
