export const devices = {
  devices: {
    label: '读卡器',
  },
}
