import type { BasisNeed, BasisState, PupilBasis, RenewalReason } from '../../../core/legalBasis.ts'

type By = Extract<BasisState, { readonly kind: 'recorded' }>['by']

/** Of a pupil's page: the full record, and by what right the data are kept. */
export const history = {
  history: {
    show: '查看记录',
    help: '谁的卡、什么时候、在哪刷过，属于完整档案。查看要选原因，会记录在案。',
    loading: '正在打开记录…',
    gone: '没有可以查看的记录。',
    refused: '没有打开记录：{why}',
  },
  basis: {
    label: '处理依据',
    recorded: {
      school: '学校法定职责',
      pupil: '监护人或本人已同意',
    } satisfies Record<By, string>,
    missing: {
      'school-basis': '学校还没有登记依据',
      'guardian-consent': '缺少监护人同意',
      'own-consent': '缺少本人同意',
    } satisfies Record<'school-basis' | BasisNeed, string>,
    bySchool: '请系统管理员在“隐私”里登记',
    renewal: '需要重新确认',
    why: {
      'rules-changed': '处理规则更新过',
      'of-age': '学生已到 14 岁的年级，要本人同意',
      'not-separate': '原来的同意不是单独书面的',
    } satisfies Record<RenewalReason, string>,
    withdrawn: '{day}已撤回同意',
    dutyRemains: '法定职责内的资料照常保留',
    mustGo: '资料应当删除，请报卡管员',
    act: {
      'guardian-consent': '登记监护人同意',
      'own-consent': '登记本人同意',
      withdrawn: '登记撤回',
    } satisfies Record<PupilBasis['kind'], string>,
    separate: '单独书面同意',
    separateHelp: '单独一张同意书，有签字，不夹在别的同意里。',
    record: '登记',
    withdrawSure: '监护人或本人要求撤回同意？',
    withdrawYes: '是，登记撤回',
    not: '取消',
    notDone: '没有登记：{why}',
  },
}
