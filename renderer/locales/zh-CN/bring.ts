import type { BroughtAnswer } from '../../../core/care.ts'

interface Said {
  readonly what: string
  readonly next: string
}

/** A backup brought to a computer without data. */
export const bring = {
  bring: {
    open: '从备份恢复',
    openHelp: '换了电脑，或原来的数据打不开',
    title: '从备份恢复',
    help: '要两样东西：锁在柜里的恢复单，和备份文件夹（优盘或另一块硬盘上）。',
    charactersMissing: '请输入恢复单上的 24 个字。',
    name: '您的姓名',
    nameHelp: '恢复后任系统管理员和卡管员。',
    passphrase: '新口令',
    then: '下一步选备份文件夹。其他人的密码恢复后由您重设。会记入操作记录。',
    back: '返回',
    act: '选备份文件夹',
    busy: '正在恢复…',
    notDone: '没有恢复：{why}',
    answer: {
      'wrong-key': {
        what: '备份不是用这把密钥锁的',
        next: '请换一份备份，或换一张恢复单。',
      },
      'wrong-sheet': {
        what: '恢复单和备份不是一套',
        next: '恢复单是完好的，但打不开这份备份。补办过恢复单的，以前的备份要用旧的那张。请核对单上的编号和日期。',
      },
      ruined: {
        what: '这里没有可用的备份',
        next: '选的文件夹不是备份，或备份不完好。请选另一份，里面应当有数据和清单。',
      },
      'called-off': { what: '没有选文件夹', next: '什么也没有改动。可以再试一次。' },
      occupied: {
        what: '这台电脑上已有数据，不会覆盖',
        next: '请退出服务台，把原来的数据文件夹改名留着，再打开服务台恢复。备份就在改名的文件夹里。',
      },
    } satisfies Record<Exclude<BroughtAnswer['kind'], 'restored'>, Said>,
  },
}
