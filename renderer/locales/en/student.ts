export const student = {
  student: {
    label: 'Pupil',
  },
}
