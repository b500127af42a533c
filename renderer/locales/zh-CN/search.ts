export const search = {
  search: {
    label: '查学生',
  },
}
