import type { OldCardFate } from '../../../core/case/collector.ts'
import type { Channel } from '../../../core/case/feeOrder.ts'
import type { Relation } from '../../../core/confirmation.ts'
import type { Doing } from '../../features/case/doing.ts'

/** On its button, what it does, and what the button of its form says. */
interface ActWords {
  readonly open: string
  readonly note: string
  /** of a card that was not handed over yet */
  readonly noteNew?: string
  readonly go: string
}

/** The acts of a case, and what is filled in for them. */
export const caseActs = {
  caseAct: {
    'report-loss': {
      open: '挂失',
      note: '登记后卡马上不能用；报失的时间会报给市里。',
      go: '登记挂失',
    },
    'earlier-loss': {
      open: '更正挂失时间',
      note: '家长更早就报过失的，改成更早的时间。不能改晚。',
      go: '更正时间',
    },
    'lift-loss': { open: '找回解挂', note: '卡找到了，恢复使用。', go: '解挂' },
    reactivate: {
      open: '恢复旧卡',
      note: '新卡丢了、旧卡找到时用。要市里当场确认；这台电脑还连不上市里，请拨打 96066 办理。',
      go: '恢复旧卡',
    },
    'take-found': {
      open: '登记拾获',
      note: '有人捡到交来的卡，先存放在学校，等学生认领。',
      go: '登记拾获',
    },
    'claim-found': { open: '认领', note: '核对本人，交还卡片。', go: '交还学生' },
    'mark-damaged': {
      open: '登记坏卡',
      note: '收回这张卡，再为学生申请补卡。',
      noteNew: '新卡发出前就坏了：退回重做，不再收费。',
      go: '登记坏卡',
    },
    'return-card': {
      open: '退回',
      note: '坏卡、没人用的卡退回区卡管中心；转学学生的卡可转给新学校。',
      go: '登记退回',
    },
    'void-card': { open: '作废', note: '作废的卡不能再恢复。', go: '作废' },
    'settle-two': { open: '定留用的卡', note: '一人一卡：留一张，另一张停用。', go: '确定' },
    apply: { open: '申请补卡', note: '补卡费 {money}（{basis}）。', go: '申请补卡' },
    'decide-waiver': {
      open: '定免缴',
      note: '不同意的，申请照样往下办，家长缴 {money}。',
      go: '确定',
    },
    'confirm-data': {
      open: '确认制卡信息',
      note: '请学生或家长核对卡上要印的内容。',
      go: '确认无误',
    },
    'open-order': {
      open: '登记缴费',
      note: '补卡费 {money}（{basis}）。{window}。',
      go: '登记缴费',
    },
    notify: {
      open: '已通知家长',
      note: '请家长打开学生云卡，在补卡里缴费。{window}。',
      go: '记下已通知',
    },
    pay: {
      open: '继续缴费',
      note: '家长现在就缴。缴完登记已支付；没付成也在这里登记。',
      go: '开始缴费',
    },
    'not-paid': { open: '没付成', note: '仍待支付，窗口开放时可以再缴。', go: '记为没付成' },
    unknown: {
      open: '结果不明',
      note: '付没付成说不清：等市里结果，期间不能再缴，免得缴两次。',
      go: '记为结果不明',
    },
    'cancel-order': {
      open: '取消订单',
      note: '不再等这笔缴费。补卡申请还在，可以重新登记缴费。',
      go: '取消订单',
    },
    'claim-payment': {
      open: '登记已支付',
      note: '记下家长哪天缴的。到没到账，等市里确认。',
      go: '登记已支付',
    },
    withdraw: {
      open: '撤回申请',
      note: '申请撤回，没缴的订单一并取消。卡仍是挂失或坏卡。',
      go: '撤回申请',
    },
    hold: { open: '暂缓', note: '查清以前，不缴费、不交卡。', go: '暂缓办理' },
    resume: { open: '恢复办理', note: '从暂缓前的那一步接着办。', go: '恢复办理' },
    'send-on': {
      open: '随学籍转出',
      note: '申请交给新学校，没缴的订单取消，本校不再办。',
      go: '转出',
    },
    'hand-over': { open: '领卡', note: '当面核对，交卡签名。', go: '交卡' },
    'close-pack': {
      open: '登记发卡',
      note: '班主任已经代领。发给学生了，或者交回来了？',
      go: '登记',
    },
  } satisfies Record<Doing, ActWords>,
  caseField: {
    when: { label: '什么时候报失的？', now: '现在', earlier: '更早' },
    foundAt: { label: '在哪里捡到的（可不填）', example: '例如：操场看台' },
    how: { label: '怎么坏的？', unreadable: '读不出', broken: '折断、开裂' },
    to: { label: '退给谁？', district: '区卡管中心', school: '学生的新学校' },
    school: {
      label: '新学校',
      example: '例如：北京市海淀区示例小学',
      missing: '请填新学校的名称',
    },
    reason: { label: '原因', example: '写一句，会记录在案', missing: '请写明原因' },
    keep: { label: '留用哪一张？' },
    others: { label: '另一张怎么办？', VOID: '作废', FOUND_HELD: '收在学校' },
    waive: { label: '免缴补卡费', help: '写明理由；卡管员同意后才免。' },
    waiver: {
      label: '免缴的理由',
      example: '例如：低保家庭，已看证明',
      missing: '请写明免缴的理由',
    },
    waived: { label: '免不免？', yes: '同意免缴', no: '不免，照缴' },
    channel: {
      label: '怎么缴？',
      app: '家长在学生云卡缴',
      desk_assisted: '来学校，协助缴',
      cash_agent: '学校代收',
    } satisfies Record<Channel | 'label', string>,
    paidOn: { label: '哪天缴的？' },
    collector: { label: '谁来领？', student: '学生本人', parent: '家长' },
    relation: {
      label: '关系',
      mother: '母亲',
      father: '父亲',
      grandparent: '祖父母',
      guardian: '其他监护人',
    } satisfies Record<Relation | 'label', string>,
    parent: { label: '家长姓名', example: '例如：王芳', missing: '请填家长姓名' },
    phone: { label: '手机号后四位（可不填）', example: '只记后四位' },
    oldCard: {
      label: '旧卡呢？',
      'taken-in': '收回了',
      'still-lost': '还没找到',
      kept: '找到了，没带来',
    } satisfies Record<OldCardFate | 'label', string>,
    override: {
      label: '卡管员的理由',
      example: '写一句，会记录在案',
      missing: '请写明理由',
    },
    pack: {
      label: '现在呢？',
      tick: '班主任说已发给学生',
      tap: '学生带卡来了，当面刷',
      back: '没发出去，交回来了',
    },
  },
}
