export const search = {
  search: {
    label: 'Find a pupil',
  },
}
