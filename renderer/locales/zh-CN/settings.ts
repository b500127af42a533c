export const settings = {
  settings: {
    language: '语言',
    languageHelp: '界面文字立即改换。',
    clear: '结果停留',
    clearHelp: '到时自动清除，照片和姓名不留在屏幕上。按 Esc 可立即清除。',
    seconds: '秒',
    sound: '提示音',
    soundHelp: '四种结果四种声音，不看屏幕也听得出。',
    volume: '音量',
    tryIt: '试听',
    tone: {
      good: '有效',
      look: '要看一眼',
      stop: '停',
      unsure: '没认出',
    },
    kiosk: '全屏专用',
    kioskHelp: '服务台占满屏幕，鼠标不能退出；意外关闭后自动回到全屏。',
    refused: '没有保存：{why}',
  },
}
