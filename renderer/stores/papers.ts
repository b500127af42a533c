import { defineStore } from 'pinia'
import type { ListSaved } from '../../core/listRequests.ts'
import type { PaperAsked, PaperPrinted, PaperShown, PaperWish } from '../../core/paperRequests.ts'
import { ask } from '../kiosk.ts'
import { useSettings } from './settings.ts'

/** 告知单, 领卡单, 催办函, in the language of the screen. The desk gathers them; nothing of a paper stays here. */
export const usePapers = defineStore('papers', () => {
  const settings = useSettings()
  const asked = (wish: PaperWish): PaperAsked => ({ ...wish, language: settings.current.language })

  return {
    /** @throws DeskError, as the others: the caller says it (components/PaperPreview.vue) */
    preview: (wish: PaperWish): Promise<PaperShown> => ask('paper.preview', asked(wish)),
    print: (wish: PaperWish): Promise<PaperPrinted> => ask('paper.print', asked(wish)),
    save: (wish: PaperWish): Promise<ListSaved> => ask('paper.save', asked(wish)),
  }
})
