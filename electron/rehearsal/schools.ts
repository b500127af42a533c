import type { RollClass, RollSchool } from '../../core/roll.ts'

/** The desk's own school, and the invented ones its pupils come from, go to or pass by from. */
export const OWN_SCHOOL: RollSchool = { id: 'school-own', name: '演练校', own: true }
export const PRIMARY_ELSEWHERE: RollSchool = other('pine', '东城区青松小学（演练）')
export const MIDDLE_ELSEWHERE: RollSchool = other('pagoda', '西城区白塔中学（演练）')
export const TWELVE_YEAR_ELSEWHERE: RollSchool = other('willow', '海淀区柳林学校（演练）')

export const SCHOOLS: readonly RollSchool[] = [
  OWN_SCHOOL,
  PRIMARY_ELSEWHERE,
  MIDDLE_ELSEWHERE,
  TWELVE_YEAR_ELSEWHERE,
]

function other(key: string, name: string): RollSchool {
  return { id: `school-${key}`, name, own: false }
}

/** The school a pupil of this grade would have been at before, or gone to. */
export function elsewhereFor(grade: number): RollSchool {
  return grade <= 6 ? PRIMARY_ELSEWHERE : MIDDLE_ELSEWHERE
}

const GRADES = ['一年级', '二年级', '三年级', '四年级', '五年级', '六年级']
  .concat(['初一', '初二', '初三'])
  .concat(['高一', '高二', '高三'])

const FULL_CLASS = 42

/** Which pupil sits in which class: pupils are numbered class by class, from 0. */
export interface Seating {
  readonly pupils: number
  readonly classes: readonly RollClass[]
  classOf(pupil: number): RollClass
  /** the number of the pupil on that seat (from 0); a class number too high is the last class */
  pupilAt(grade: number, classNumber: number, seat: number): number
}

/** 3,000 pupils make 12 × 6 classes; more pupils make more classes, not larger ones. */
export function seatingFor(pupils: number): Seating {
  const perGrade = Math.max(1, Math.round(pupils / GRADES.length / FULL_CLASS))
  const classes = GRADES.flatMap((gradeName, at) =>
    Array.from({ length: perGrade }, (_, index) => ownClass(at + 1, gradeName, index + 1)),
  )
  const start = (at: number): number => Math.floor((at * pupils) / classes.length)
  return {
    pupils,
    classes,
    classOf: (pupil) => {
      const found = classes[Math.floor(((pupil + 1) * classes.length - 1) / pupils)]
      if (found === undefined) throw new RangeError(`No class for pupil ${pupil}.`)
      return found
    },
    pupilAt: (grade, classNumber, seat) =>
      start((grade - 1) * perGrade + Math.min(classNumber, perGrade) - 1) + seat,
  }
}

function ownClass(grade: number, gradeName: string, number: number): RollClass {
  const id = `class-${String(grade).padStart(2, '0')}-${number}`
  return { id, schoolId: OWN_SCHOOL.id, grade, number, name: `${gradeName}${number}班` }
}
