import { beijingDate } from '../core/calendarDate.ts'
import type { YearlyPack } from '../core/yearlyPack.ts'
import { saveFiles } from './saveFiles.ts'

export interface ReportFiles {
  readonly pdf: Uint8Array
  readonly xlsx: Uint8Array
}

/**
 * Both forms of the yearly pack, under one name: 未成年人个人信息保护合规审计材料-2026.pdf. Chinese in every
 * language: it is for the school's file and the authority.
 *
 * @returns the paths of PDF and workbook
 * @throws DeskError when neither could be saved
 */
export function saveReport(
  folder: string,
  pack: Pick<YearlyPack, 'to'>,
  { pdf, xlsx }: ReportFiles,
): Promise<readonly string[]> {
  const year = beijingDate(pack.to - 1).slice(0, 4)
  const name = `未成年人个人信息保护合规审计材料-${year}`
  return saveFiles(folder, name, { pdf, xlsx }, 'The yearly pack was not saved')
}
