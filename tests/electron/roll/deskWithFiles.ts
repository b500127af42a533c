import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Mapping, RollField } from '../../../core/rollFileColumns.ts'
import type { FileOpened, RollPreview } from '../../../core/rollRequests.ts'
import type { DeskParts } from '../../../electron/deskFace.ts'
import { openDesk, deskParts, type OpenDesk } from '../openDesk.ts'
import { afterThisTest } from '../../helpers/afterThisTest.ts'

export const HEAD = '学校学生名单\n教育ID,姓名,性别,班级\n'
export const STAY = { kind: 'stay' } as const

/** A desk that is asked for a file and gets this one. */
export async function deskWith(
  files: Readonly<Record<string, string | Uint8Array>>,
  change: Partial<DeskParts> = {},
): Promise<OpenDesk & { choose(name: string): void; readonly folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'files-'))
  afterThisTest(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  let chosen = Object.keys(files)[0] ?? ''
  const choosing = () => Promise.resolve(chosen === '' ? null : join(folder, chosen))
  const { hands } = deskParts(folder, [])
  const desk = await openDesk(['--school'], {
    hands: { ...hands, chooseFile: choosing, chooseFolder: () => Promise.resolve(folder) },
    ...change,
  })
  return {
    ...desk,
    folder,
    choose: (name) => {
      chosen = name
    },
  }
}

type Opened = Extract<FileOpened, { readonly kind: 'opened' }>

export async function opened({ desk }: OpenDesk, of: 'roll' | 'cards' = 'roll'): Promise<Opened> {
  const file = await desk.acts.roll.open(of)
  if (file?.kind !== 'opened') throw new Error(file?.kind === 'refused' ? file.why : 'called off')
  return file
}

export async function previewed(desk: OpenDesk): Promise<RollPreview> {
  const { mapping } = await opened(desk)
  const answer = await desk.desk.acts.roll.preview(mapping as Mapping<RollField>, STAY)
  if (answer.kind === 'refused') throw new Error(answer.why)
  return answer
}

export async function imported(desk: OpenDesk): Promise<string> {
  await previewed(desk)
  const taken = await desk.desk.acts.roll.take(false, '北京市第一实验小学')
  if (taken.kind === 'refused') throw new Error(taken.why)
  return taken.changeId
}
