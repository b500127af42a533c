import type { FakeKiosk } from '../fakeKiosk.ts'
import type { Shot } from './shots.ts'

const DESK = [1366, 768] as const
const LARGE = [1920, 1080] as const
/** 1366×768 at 125 % */
const NEAR = [1093, 614] as const

const OPEN = 'roll-part-newCards'
const CONFIRM = `${OPEN},stage-awaiting-info,new-cards-class=c-1-1`

const STATES: Readonly<Record<string, string>> = {
  apply: OPEN,
  'apply-ticked': `${OPEN},tick-class,unfold-class`,
  applied: `${OPEN},tick-class,apply`,
  choose: `${OPEN},stage-awaiting-info`,
  confirm: CONFIRM,
  'confirm-parent': `${CONFIRM},said-parent,confirm-right`,
  confirmed: `${CONFIRM},confirm-right`,
  disputing: `${CONFIRM},confirm-wrong,wrong-name,wrong-photo,dispute-record`,
  disputed: `${CONFIRM},confirm-row@1`,
  settling: `${CONFIRM},confirm-row@1,settle-open,settle-yes`,
  'photo-missing': `${CONFIRM},confirm-row@2`,
  reopened: `${CONFIRM},confirm-row@3`,
  withdrawing: `${CONFIRM},withdraw-open`,
  ready: `${OPEN},stage-to-be-listed,new-cards-class=c-1-1`,
  'ready-back': `${OPEN},stage-to-be-listed,new-cards-class=c-1-1,reopen-open`,
  made: `${OPEN},stage-to-be-listed,make-list`,
  lists: `${OPEN},stage-listed`,
}

function shots(mark: string, language: string): readonly Shot[] {
  return [
    ...Object.entries(STATES).flatMap(([name, press]) => {
      const query = `screen=roll&lang=${language}&press=${press}`
      return [
        { name: `${mark}newcards-${name}`, query, size: DESK },
        { name: `${mark}newcards-${name}-large`, query, size: LARGE },
        { name: `${mark}newcards-${name}-near`, query, size: NEAR },
      ]
    }),
    {
      name: `${mark}newcards-none`,
      query: `screen=roll&lang=${language}&newcards=none&press=${OPEN}`,
      size: DESK,
    },
    {
      name: `${mark}newcards-private`,
      query: `screen=roll&lang=${language}&privacy=on&press=${CONFIRM}`,
      size: DESK,
    },
    {
      name: `${mark}newcards-teacher`,
      query: `screen=roll&lang=${language}&roles=class-teacher&press=${CONFIRM}`,
      size: DESK,
    },
  ]
}

export const NEW_CARD_SHOTS = [...shots('', 'zh-CN'), ...shots('en-', 'en')]

export function prepareNewCards(kiosk: FakeKiosk, asked: URLSearchParams): void {
  if (asked.get('newcards') !== 'none') return
  kiosk.newCards.lines = { 'to-apply': [], 'awaiting-info': [], 'to-be-listed': [], listed: [] }
  kiosk.newCards.lists = []
}
