import { afterEach } from 'vitest'
import { cleanUpNow } from './afterThisTest.ts'

// Run before each file of tests (vitest.config.ts). The files of one process share their modules, so that a hook
// in a module is one of the first file alone.
afterEach(cleanUpNow)
