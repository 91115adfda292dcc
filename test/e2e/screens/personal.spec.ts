import { describeScreens } from './check.ts'
import { PERSONAL } from './personal-screens.ts'

describeScreens('the screens of the personal tab, for everybody', PERSONAL)
