export const devices = {
  devices: {
    label: 'Readers',
  },
}
