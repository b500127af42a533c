import type { PackClass, PackLine, PackShown } from '../../core/packRequests.ts'
import { MONDAY } from './builders.ts'

const DAY = 86_400_000

export const packLine = (n: number, name: string, part: Partial<PackLine> = {}): PackLine => ({
  ...{ studentId: `s-${n}`, name, educationIdTail: String(1_200 + n), cardId: `c-${n}` },
  ...{ cardTail: String(9_020 + n), state: 'ARRIVED', since: MONDAY - 3 * DAY, held: null },
  ...part,
})

export const PACK_CLASSES: readonly PackClass[] = [
  { classId: 'k-1', name: '一年级1班', here: 12, withTeacher: 0 },
  { classId: 'k-2', name: '三年级2班', here: 5, withTeacher: 2 },
  { classId: 'k-3', name: '六年级4班', here: 0, withTeacher: 1 },
]

/** A class with all there can be: free, held, without a number, with the teacher. */
export const aPack = (part: Partial<PackShown> = {}): PackShown => ({
  ...{ classId: 'k-2', name: '三年级2班', teachers: ['王芳'] },
  lines: [
    packLine(1, '陈可欣'),
    packLine(2, '李雷'),
    packLine(3, '阿卜杜热合曼·买买提', { cardTail: null }),
    packLine(4, '欧阳明月', { held: 'data-changed' }),
    packLine(5, '孙悦', { held: 'on-hold' }),
    packLine(6, '周子轩', { state: 'WITH_TEACHER', since: MONDAY - DAY }),
    packLine(7, '吴桐', { state: 'WITH_TEACHER', since: MONDAY - DAY }),
  ],
  ...part,
})
