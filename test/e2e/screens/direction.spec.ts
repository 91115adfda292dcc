import { describeScreens } from './check.ts'
import { DIRECTION } from './direction-screens.ts'

describeScreens('the screens of the direction tab, for everybody', DIRECTION)
