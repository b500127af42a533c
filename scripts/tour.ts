import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SampleId } from '../core/sampleCard.ts'
import { handOf, samplesOf } from '../tests/e2e/hand.ts'
import { deskReady, launchDesk, nextVerdict, REPO } from '../tests/e2e/launch.ts'
import { startPcscd } from '../tests/helpers/pcscd.ts'

/**
 * The main job, played through the real app: each card is tapped, the verdict waited for and told
 * in words, and a picture kept in out/tour. Ends with 1 when the desk answers anything else.
 */
interface Step {
  readonly sample: SampleId
  readonly story: string
}

const STEPS: readonly Step[] = [
  { sample: 'valid', story: 'A pupil with a good card' },
  { sample: 'valid-transit-expired', story: 'The bus date has run out; identity stays green' },
  { sample: 'same-name-1', story: 'The first of two 张伟 in one class' },
  { sample: 'same-name-2', story: 'The second 张伟: another face, another 教育ID' },
  { sample: 'valid-rare-name', story: 'A name with a rare character' },
  { sample: 'valid-long-name', story: 'A long name with middle dots' },
  { sample: 'valid-t-union', story: 'A T-Union card' },
  { sample: 'valid-m1', story: 'One of the first student cards, known by its UID' },
  { sample: 'lost', story: 'A card that was reported lost' },
  { sample: 'replaced', story: 'An old card whose successor is in use' },
  { sample: 'arrived', story: 'A card that has arrived and was not handed over' },
  { sample: 'face-expired', story: 'The face has expired, the pupil is on the roll' },
  { sample: 'transferred', story: 'A pupil who went to another school' },
  { sample: 'wrong-school', story: 'A card of another school' },
  { sample: 'holds-two', story: 'A pupil with two good cards' },
  { sample: 'chip-mismatch', story: 'Chip and record disagree' },
  { sample: 'unknown', story: 'A card nobody knows' },
  { sample: 'phone', story: 'A phone instead of a card' },
  { sample: 'pulled-away', story: 'A card pulled away while it is read' },
]

const FOLDER = join(REPO, 'out/tour')
rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
let pictures = 0

const pcscd = await startPcscd()
const data = mkdtempSync(join(tmpdir(), 'tour-'))
const desk = await launchDesk({ folder: data, args: process.argv.slice(2) })

try {
  await deskReady(desk)
  await picture('waiting')
  console.log('The rehearsal school 演练校 is open; the desk waits for a card.')
  console.log(
    pcscd.kind === 'running'
      ? 'Cards are virtual and lie on a real card service (pcscd with vpcd).'
      : `Cards lie on the clickable rehearsal reader (${pcscd.why}).`,
  )
  await playSteps()
  await desk.page.locator('[data-test="nav-rehearsal"]').click()
  await picture('rehearsal')
  await desk.page.locator('[data-test="nav-settings"]').click()
  await picture('settings')
  console.log(`Done: ${STEPS.length} cards, ${pictures} pictures in out/tour.`)
  console.log('To open the desk on a screen: npm start. For a real school: npm start -- --school')
} finally {
  await desk.close()
  if (pcscd.kind === 'running') await pcscd.stop()
  desk.forget()
}

async function playSteps(): Promise<void> {
  const samples = samplesOf(join(data, 'rehearsal'))
  const hand = handOf(desk.page, samples, pcscd.kind === 'running' ? pcscd : null)
  for (const { sample, story } of STEPS) {
    const wanted = String(samples.get(sample)?.expect)
    const seen = await nextVerdict(desk.page)
    await hand.tap(sample, async () => {
      await seen(wanted)
      await desk.page.waitForTimeout(300)
      await picture(sample)
      console.log(`  ${story}: ${await said('verdict-title')} · ${await said('next-step')}`)
    })
  }
}

async function said(part: string): Promise<string> {
  const text = await desk.page.locator(`[data-test="${part}"]`).innerText()
  return text.replace(/\s+/g, ' ')
}

async function picture(name: string): Promise<void> {
  pictures += 1
  const file = `${String(pictures).padStart(2, '0')}-${name}.png`
  await desk.page.screenshot({ path: join(FOLDER, file), animations: 'disabled' })
}
