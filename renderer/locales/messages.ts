import type { zhCN } from './zh-CN.ts'

type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> }

/** Every language has exactly the keys of the Chinese one: a missing key does not compile. */
export type Messages = SameKeys<typeof zhCN>
