import type { DeskErrorCode } from '../../../core/errors.ts'

interface Trouble {
  readonly what: string
  readonly why: string
  readonly next: string
}

export const trouble = {
  trouble: {
    heading: '服务台没有打开',
    why: '原因',
    next: '请这样做',
    place: '位置',
    code: '代号',
    retry: '再试一次',
    trying: '正在打开…',
    of: {
      'db-from-the-future': {
        what: '数据是由更新的版本写的',
        why: '这台电脑上装的服务台比数据旧，打开会损坏数据。',
        next: '请安装最新版的服务台，再打开一次。',
      },
      'db-wrong-key': {
        what: '密钥与数据不匹配',
        why: '数据完好，但不是用这把密钥锁上的，可能是从别的电脑拷来的。',
        next: '请用原来的电脑和账户打开，或请管理员找回密钥。不要删除数据。',
      },
      'db-ruined': {
        what: '数据文件已损坏',
        why: '密钥是对的，但文件读不出来，多半是磁盘故障或断电。',
        next: '请先把下面的文件夹整个另存一份，再请管理员用备份恢复。',
      },
      'db-read-only': {
        what: '数据文件夹不能写入',
        why: '没有写入的权限，或磁盘被设为只读。',
        next: '请管理员给当前账户写入权限，再打开一次。',
      },
      'db-full': {
        what: '磁盘满了',
        why: '没有地方存新的刷卡记录。',
        next: '请清理出至少 1 GB 空间，再打开一次。',
      },
      'db-busy': {
        what: '数据正被别的程序占用',
        why: '可能是备份或杀毒软件，也可能服务台已经打开。',
        next: '请关掉占用的程序，等一分钟再打开。',
      },
      'db-unsafe': {
        what: '数据不能安全地保存',
        why: '这个磁盘不支持加密或断电保护所需的写法，常见于网络盘和优盘。',
        next: '请把数据放在本机硬盘上，再打开一次。',
      },
      'db-chain-broken': {
        what: '待上传的记录被改动过',
        why: '记录之间的校验对不上，有人或别的程序动过数据。',
        next: '请停止使用，保留下面的文件夹，报告管理员。',
      },
      'key-missing': {
        what: '找不到数据密钥',
        why: '数据还在，但打开它的密钥不见了。',
        next: '请用原来的系统账户登录；仍不行，请管理员找回密钥。不要删除数据。',
      },
      'key-unreadable': {
        what: '密钥文件读不出来',
        why: '文件坏了，或被别的程序改过。数据本身没有动。',
        next: '用备份和恢复单打开：点“从备份恢复”。不要删除任何文件。',
      },
      'ipc-sender': {
        what: '请求被拒绝',
        why: '请求不是从服务台的页面发出的。',
        next: '请重新打开服务台；再次出现，请报告管理员。',
      },
      'ipc-arguments': {
        what: '请求的内容不对',
        why: '页面和程序对不上，可能只更新了一半。',
        next: '请重新安装服务台，数据不受影响。',
      },
      'ipc-unknown': {
        what: '没有这项功能',
        why: '页面和程序对不上，可能只更新了一半。',
        next: '请重新安装服务台，数据不受影响。',
      },
      'signed-out': {
        what: '还没有人登录',
        why: '这件事要有经办人登录后才能办。',
        next: '请先登录，再办一次。',
      },
      'right-missing': {
        what: '您没有这项权限',
        why: '按权限表，这件事由别的角色办理。',
        next: '请找有权限的同事，或请卡管员办理。',
      },
      're-auth-needed': {
        what: '请再输一次密码',
        why: '这一步需要确认是您本人。',
        next: '输入密码后再做一次。',
      },
      'second-person-needed': {
        what: '需要第二个人',
        why: '这件事要两个人一起办。',
        next: '请同事输入密码后再做一次。',
      },
      'last-administrator': {
        what: '不能停用最后一位管理员',
        why: '停用后就没有人能添加人员、重设密码了。',
        next: '先让另一个人担任管理员，并且有能用的密码、没有被锁定。',
      },
      'called-off': {
        what: '已经取消',
        why: '有人在做完之前取消了，什么都没有改。',
        next: '需要的话再做一次。',
      },
      'file-too-large': {
        what: '文件太大',
        why: '它比任何一所学校的名单都大，没有再读下去，什么都没有改。',
        next: '请确认选对了文件，或分成几个小文件再试。',
      },
      'runtime-out-of-support': {
        what: '这台电脑不能正式启用',
        why: '运行环境已停止安全更新，不能存放真实学生的数据。',
        next: '请换用仍在维护的版本；要练习，请打开演练校。',
      },
      'not-in-rehearsal': {
        what: '正式学校里不能这样做',
        why: '演练卡和演练时钟只属于演练校。',
        next: '要练习，请打开演练校。',
      },
      internal: {
        what: '服务台自己出了错',
        why: '这是程序的毛病，不是您操作的问题。',
        next: '请重新打开服务台；再次出现，请把代号告诉管理员。',
      },
    } satisfies Record<DeskErrorCode, Trouble>,
  },
}
