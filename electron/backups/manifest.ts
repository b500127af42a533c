import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { BACKUP_KINDS } from '../../core/backups.ts'
import { writeDurably } from '../../db/durableFile.ts'

const chainHead = z.object({
  deviceId: z.string(),
  deviceEpoch: z.int(),
  deviceSeq: z.int(),
  hash: z.string(),
})

const manifest = z.object({
  form: z.literal(1),
  serial: z.int(),
  kind: z.enum(BACKUP_KINDS),
  /** ms since 1970 UTC, by the desk's clock: evidence, never an order */
  madeAt: z.int(),
  schemaVersion: z.int(),
  /** how many, by table */
  rows: z.record(z.string(), z.int()),
  outboxHeads: z.array(chainHead),
  auditHead: z.object({ seq: z.int(), hash: z.string() }),
  /** of everything in it (db/contents.ts) */
  digest: z.string(),
  /** of desk.db */
  bytes: z.int(),
})

export type Manifest = Readonly<z.infer<typeof manifest>>

const signed = z.object({ content: z.string(), mac: z.string().regex(/^[0-9a-f]{64}$/) })

const FILE = 'manifest.json'

export function writeManifest(folder: string, content: Manifest, dataKey: Uint8Array): void {
  const text = JSON.stringify(content)
  const mac = macOf(text, dataKey).toString('hex')
  writeDurably(join(folder, FILE), JSON.stringify({ content: text, mac }))
}

/** @returns null: missing, ruined, or not signed with this data key */
export function readManifest(folder: string, dataKey: Uint8Array): Manifest | null {
  try {
    const { content, mac } = signed.parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8')))
    if (!timingSafeEqual(macOf(content, dataKey), Buffer.from(mac, 'hex'))) return null
    return manifest.parse(JSON.parse(content))
  } catch {
    return null
  }
}

function macOf(text: string, dataKey: Uint8Array): Buffer {
  const key = hkdfSync('sha256', dataKey, '', 'student card desk, backup manifest 1', 32)
  return createHmac('sha256', Buffer.from(key)).update(text).digest()
}
