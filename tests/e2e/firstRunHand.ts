import { expect, type Locator, type Page } from 'playwright/test'
import { picture } from './launch.ts'

export const ADMINISTRATOR = { name: '赵磊', pin: '730155' }
export const SUPERVISOR = { name: '张静', pin: '730152' }

const at = (page: Page, name: string): Locator => page.locator(`[data-test="${name}"]`)

export async function fillPerson(
  page: Page,
  role: string,
  name: string,
  pin: string,
): Promise<void> {
  await at(page, `${role}-name`).fill(name)
  await at(page, `${role}-pin`).fill(pin)
  await at(page, `${role}-pin-again`).fill(pin)
}

/** @returns the 24 characters of the sheet on the screen */
export async function readSheet(page: Page): Promise<string> {
  await expect(at(page, 'sheet-step')).toBeVisible({ timeout: 10_000 })
  const characters = (await at(page, 'sheet-groups').first().innerText()).replaceAll(/[\s\d]/g, '')
  expect([...characters]).toHaveLength(24)
  return characters
}

/** The three of them that are asked for, on the page after. */
export async function typeAsked(page: Page, characters: string): Promise<void> {
  await at(page, 'first-run-next').click()
  const asked = page.locator('[data-test^="asked-"]')
  // `all` does not wait for the page that comes.
  await expect(asked.first()).toBeVisible()
  for (const field of await asked.all()) {
    const place = Number((await field.getAttribute('data-test'))?.slice('asked-'.length))
    await field.fill([...characters][place - 1] ?? '')
  }
}

/** The three steps, as two people do them. @returns the 24 characters of the sheet */
export async function firstRun(page: Page, pins: readonly [string, string]): Promise<string> {
  await expect(at(page, 'first-run')).toBeVisible({ timeout: 20_000 })
  await fillPerson(page, 'administrator', ADMINISTRATOR.name, pins[0])
  await fillPerson(page, 'supervisor', SUPERVISOR.name, pins[1])
  await picture(page, 'first-run-people')
  await at(page, 'first-run-next').click()
  const characters = await readSheet(page)
  await typeAsked(page, characters)
  await picture(page, 'first-run-check')
  await at(page, 'first-run-confirm').click()
  await expect(at(page, 'locked')).toBeVisible({ timeout: 20_000 })
  return characters
}
