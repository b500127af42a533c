import type { Component } from 'vue'
import type { WorkList } from '../../../core/case/workLists.ts'

/**
 * What can be done with a whole list, beside it: a lazy component of its own each. A list without one has no part.
 */
export const LIST_PARTS: Readonly<Partial<Record<WorkList, Component>>> = {}
