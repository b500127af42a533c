import { readFile } from 'node:fs/promises'
import { realpathSync } from 'node:fs'
import { extname, isAbsolute, join, relative, sep } from 'node:path'

/** The page's own scheme and host: nothing is ever loaded from anywhere else. */
export const SCHEME = 'app'
export const HOST = 'desk'
export const PAGE = `${SCHEME}://${HOST}/index.html`
export const ORIGIN = `${SCHEME}://${HOST}`

/** hardening.md E11. Vue's own trusted-types policy is the only one; no inline anything. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types vue',
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/**
 * The file of the page a request means, or null: another host, a way out of the folder (`..`,
 * encoded or not, a backslash, NUL, an absolute path, a link that leads out), or no file of ours.
 */
export function pageFile(root: string, url: string): string | null {
  const written = /^app:\/\/desk\/([^?#]*)/.exec(url)
  if (!written?.[1]) return null
  let path: string
  try {
    path = decodeURIComponent(written[1])
  } catch {
    return null
  }
  if (path.includes('\0') || path.includes('\\') || isAbsolute(path)) return null
  if (path.split('/').includes('..')) return null
  if (TYPES[extname(path)] === undefined) return null
  try {
    const file = realpathSync(join(root, path))
    const inside = relative(realpathSync(root), file)
    return inside === '' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? null : file
  } catch {
    return null
  }
}

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
} as const

/** Answers `app://` from the page's folder; anything doubtful is 400 without a byte. */
export async function servePage(root: string, url: string): Promise<Response> {
  const file = pageFile(root, url)
  if (file === null) return new Response(null, { status: 400, headers: HEADERS })
  const body = await readFile(file)
  const type = TYPES[extname(file)] ?? 'application/octet-stream'
  return new Response(new Uint8Array(body), { headers: { ...HEADERS, 'content-type': type } })
}
