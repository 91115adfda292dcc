import { describeScreens } from './check.ts'
import { ORGANISER } from './organiser-screens.ts'

describeScreens('the screens of the organiser tab, for everybody', ORGANISER)
