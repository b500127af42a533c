import { everyScreenLooked } from './everyScreenLooked.ts'

everyScreenLooked('en')
