import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jpegOf } from '../helpers/pictures.ts'

/** The files a school brings on its first day, for the manual's pictures. All of it is invented. */
export interface FirstFiles {
  /** three classes */
  readonly roll: string
  /** the same a month later: who came, who left, what changed, and a line nobody can use */
  readonly rollAgain: string
  /** a folder; most are good */
  readonly photos: string
}

const FAMILY = [...'李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']
const GIVEN = ['子涵', '浩然', '梓萱', '宇航', '欣怡', '一诺', '思远', '雨桐', '俊杰', '若曦']
const CLASSES = ['三年级1班', '三年级2班', '四年级1班']
const IN_A_CLASS = 12
const HEADINGS = '教育ID,姓名,性别,班级,身份证号,家长电话'

const idOf = (n: number): string => String(20_140_011 + n * 37)
const nameOf = (n: number): string =>
  `${FAMILY[(n * 7) % FAMILY.length]}${GIVEN[(n * 3) % GIVEN.length]}`
const lineOf = (n: number, className = CLASSES[Math.floor(n / IN_A_CLASS)]): string =>
  `${idOf(n)},${nameOf(n)},${n % 2 ? '女' : '男'},${className},,`

export function firstFiles(folder: string): FirstFiles {
  const all = CLASSES.length * IN_A_CLASS
  const table = (name: string, lines: readonly string[]): string => {
    const path = join(folder, name)
    writeFileSync(path, `\uFEFF${[HEADINGS, ...lines].join('\r\n')}\r\n`)
    return path
  }
  const lines = Array.from({ length: all }, (_, n) => lineOf(n))
  const [gone, moved, renamed] = [3, 8, 15] as const
  const again = lines.flatMap((line, n) => {
    if (n === gone) return []
    if (n === moved) return [lineOf(n, CLASSES[1])]
    return [n === renamed ? line.replace(nameOf(n), `${nameOf(n).slice(0, 2)}晗`) : line]
  })
  return {
    roll: table('三四年级名册.csv', lines),
    rollAgain: table('三四年级名册-10月.csv', [
      ...again,
      '20150012,周可欣,女,三年级1班,,',
      '2015003,钱小满,女,三年级2班,,',
    ]),
    photos: photos(join(folder, '照片'), all),
  }
}

function photos(folder: string, all: number): string {
  mkdirSync(folder)
  const put = (name: string, bytes: Uint8Array): void => writeFileSync(join(folder, name), bytes)
  for (let n = 0; n < all - 2; n += 1) {
    const [width, height] = n === 5 ? [120, 160] : n === 9 ? [600, 400] : [358, 441]
    put(`${idOf(n)}.jpg`, jpegOf(width, height, { bytes: n }))
  }
  put('99990001.jpg', jpegOf(358, 441))
  put('合影.jpg', jpegOf(358, 441))
  put(`${idOf(all - 1)}.jpg`, Buffer.from('not a picture'))
  return folder
}
