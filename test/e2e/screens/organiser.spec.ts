import { describeScreens } from './check.ts'
import { ORGANISER } from './organiser-screens.ts'

const ALWAYS = ORGANISER.filter(({ thorough }) => !thorough)

describeScreens('the screens of the organiser tab, for everybody', ALWAYS)
