import type { UndoRefusal } from '../../../core/ownAct.ts'
import type { YearTapKind } from '../../../core/yearTap.ts'
import type { YearTapAnswer } from '../../../core/yearTapShown.ts'

type Why = Extract<YearTapAnswer, { readonly kind: 'refused' }>['why']
interface Said {
  readonly what: string
  readonly next: string
}
type OfEach<T> = Record<YearTapKind, T>

/** The screen 学年刷卡. */
export const yearTaps = {
  yearTaps: {
    kinds: '刷卡的种类',
    kind: { annual: '学年刷卡', leaving: '离校刷卡', arrival: '报到刷卡' } satisfies OfEach<string>,
    help: {
      annual: '每学年一次：学生本人刷自己的卡，记下人和卡都在。',
      leaving: '毕业班和已转出的学生刷卡，卡随之注销。没带卡来的，升级或转出时一并注销。',
      arrival: '转入、升入本校的学生带着原来的卡报到，刷卡后恢复使用。',
    } satisfies OfEach<string>,
    progress: {
      annual: '本学年已刷',
      leaving: '毕业班已刷',
      arrival: '等待报到',
    } satisfies OfEach<string>,
    none: {
      annual: '还没有学生有可用的卡。先绑卡，再刷。',
      leaving: '没有毕业班。已转出的学生可以直接刷。',
      arrival: '没有等待报到的卡。名册上已有、卡还没登记的，请首次绑卡。',
    } satisfies OfEach<string>,
    classes: '各班进度，按一下看还差谁',
    destination: {
      label: '学生去哪里',
      city: '本市升学、转学：卡注销',
      elsewhere: '离京或不再升学：卡自存',
    },
    lay: '请刷卡',
    undo: '撤销',
    undone: '已撤销 {name} 的刷卡',
    failed: '没有办成：{why}',
    done: {
      annual: { what: '已刷：{name}', kept: '已刷：{name}' },
      leaving: { what: '{name} 的卡已离校注销', kept: '{name} 的卡已记为离校自存' },
      arrival: { what: '{name} 已报到，卡恢复使用', kept: '{name} 已报到，卡恢复使用' },
    } satisfies OfEach<Record<'what' | 'kept', string>>,
    refused: {
      'card-unknown': {
        what: '这张卡没有登记在本校学生名下',
        next: '新转入的学生：先在名册登记转入，再首次绑卡。',
      },
      'card-not-good': {
        what: '{name} 的这张卡不能刷：{state}',
        next: '请先在学生页处理这张卡（挂失、待领或坏卡）。',
      },
      'pupil-left': {
        what: '{name} 已离校',
        next: '返校的学生请先在名册登记转入，再报到刷卡。',
      },
      'tapped-already': { what: '{name} 本学年已刷过：{when}', next: '不用再刷，请刷下一张。' },
      'pupil-stays': {
        what: '{name} 不在毕业班，也没有转出',
        next: '转学的请先在学生页办理转出，卡会一并注销。',
      },
      'out-of-use-already': {
        what: '{name} 的卡已经离校：{state}',
        next: '不用再刷，请刷下一张。',
      },
      'good-already': { what: '{name} 的卡是正常的', next: '不用报到刷卡，请刷下一张。' },
      'kept-by-leaver': {
        what: '{name} 的卡已记为离校自存',
        next: '这张卡不能恢复，请为学生办新卡。',
      },
      'pupil-holds-card': {
        what: '{name} 名下还有一张正常的卡',
        next: '一人一卡。请卡管员先查清哪张是真的。',
      },
      'tap-over': { what: '这次刷卡已经过去', next: '请再刷一次卡。' },
      'chip-mismatch': {
        what: '芯片里的号码和登记的对不上',
        next: '请取出卡套里的其他卡再刷；仍不行，请找卡管员。',
      },
      'not-read': { what: '没有读到卡', next: '一次只放一张卡，放平、放稳，再刷一次。' },
    } satisfies Record<Why, Said>,
    notUndone: {
      'somebody-elses': '不是您刷的，不能撤销。请找当时的经办人或卡管员。',
      'too-late': '已过五分钟，不能撤销。',
      'changed-meanwhile': '这张卡后来又有变动，不能撤销。',
    } satisfies Record<UndoRefusal, string>,
  },
}
