import { readFileSync } from 'node:fs'
import { parseMethodFile } from '../../../src/features/programme/method/parser.ts'
import { programmeOf } from '../../../src/features/programme/programme/domain.ts'

const file = new URL('../../../programmes/occitanie.yaml', import.meta.url)

/** The programme that the repository ships. */
export const programme = programmeOf(parseMethodFile(readFileSync(file, 'utf8')))
