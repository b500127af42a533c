import { everyScreenLooked } from './everyScreenLooked.ts'

everyScreenLooked('zh-CN')
