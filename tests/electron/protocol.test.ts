import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONTENT_SECURITY_POLICY, pageFile, servePage } from '../../electron/protocol.ts'

let folder: string
let root: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'page-'))
  root = join(folder, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<!doctype html>')
  writeFileSync(join(root, 'assets/main.js'), 'export {}')
  writeFileSync(join(root, 'assets/.env'), 'secret')
  writeFileSync(join(folder, 'secret.js'), 'secret')
  mkdirSync(join(folder, 'renderer-other'))
  writeFileSync(join(folder, 'renderer-other/secret.js'), 'secret')
  symlinkSync(join(folder, 'secret.js'), join(root, 'assets/link.js'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('app:// (E13)', () => {
  it('serves the page and its assets with their types and the policy', async () => {
    const page = await servePage(root, 'app://desk/index.html')
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
    expect(pageFile(root, 'app://desk/assets/main.js?v=1#x')).not.toBeNull()
  })

  it.each([
    ['a step up', 'app://desk/../secret.js'],
    ['a step up, encoded', 'app://desk/%2e%2e/secret.js'],
    ['a step up, its slash encoded', 'app://desk/..%2fsecret.js'],
    ['a step up inside', 'app://desk/assets/../../secret.js'],
    ['into a folder whose name begins like ours', 'app://desk/../renderer-other/secret.js'],
    ['a backslash', 'app://desk/..\\secret.js'],
    ['a backslash, encoded', 'app://desk/..%5csecret.js'],
    ['NUL', 'app://desk/index.html%00.js'],
    ['an absolute path', 'app://desk//etc/passwd'],
    ['an absolute path, encoded', 'app://desk/%2fetc%2fpasswd'],
    ['a link that leads out', 'app://desk/assets/link.js'],
    ['another host', 'app://other/index.html'],
    ['a host that begins like ours', 'app://desk.evil/index.html'],
    ['a user before our host', 'app://desk@evil/index.html'],
    ['another scheme', 'file:///etc/passwd'],
    ['broken encoding', 'app://desk/%E0%A4%A'],
    ['a kind of file that is not of the page', 'app://desk/assets/.env'],
    ['a file that is not there', 'app://desk/nothing.js'],
    ['the folder itself', 'app://desk/'],
  ])('answers %s with 400 and no byte', async (_what, url) => {
    const answer = await servePage(root, url)
    expect(answer.status).toBe(400)
    expect((await answer.arrayBuffer()).byteLength).toBe(0)
  })

  it('allows nothing unsafe and nothing from elsewhere (E11, E12)', () => {
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'")
    expect(CONTENT_SECURITY_POLICY).toContain("require-trusted-types-for 'script'")
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|http|data:|\*/)
  })
})
