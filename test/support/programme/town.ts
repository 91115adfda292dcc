import { readFileSync } from 'node:fs'
import { parseMethodFile } from '../../../src/features/programme/method/parser.ts'
import { programmeOf } from '../../../src/features/programme/programme/domain.ts'
import { wordFaults } from '../../../src/i18n/overrides.ts'

const file = new URL('../../../programmes/valmorane.yaml', import.meta.url)

/** The second programme that the repository ships: a town, in words of its own. */
export const town = programmeOf(parseMethodFile(readFileSync(file, 'utf8'), { words: wordFaults }))

/** Words of the Région, of its team and of the app's own name, which the town's people call otherwise. */
export const FOREIGN = /Occitanie|R[ée]gion|Direction|\bLab\b|lyc[ée]e|Faire Administration/i
