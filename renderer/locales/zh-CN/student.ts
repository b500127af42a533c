export const student = {
  student: {
    label: '学生',
  },
}
