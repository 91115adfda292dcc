import { readFileSync } from 'node:fs'
import { programmeOf } from '../../src/features/programme/domain.ts'
import { parseMethodFile } from '../../src/features/programme/method-file.ts'

const file = new URL('../../programmes/occitanie.yaml', import.meta.url)

/** The programme that the repository ships. */
export const programme = programmeOf(parseMethodFile(readFileSync(file, 'utf8')))
