/**
 * A package around an Electron that is out of support opens the rehearsal school only. Whoever finds the file, the
 * shortcut or the entry in the list of programs must see that too.
 */
export const REHEARSAL = '-rehearsal'

export const rehearsalNames = {
  appId: `cn.student-card-desk${REHEARSAL}`,
  productName: '校园学生卡服务台（演练）',
  extraMetadata: { name: `student-card-desk${REHEARSAL}` },
  nsis: {
    shortcutName: '校园学生卡服务台（演练）',
    uninstallDisplayName: '校园学生卡服务台（演练）',
  },
  linux: {
    desktop: {
      entry: { Name: '校园学生卡服务台（演练）', 'Name[en]': 'Student Card Desk (rehearsal)' },
    },
  },
}
