import { describeScreens } from './check.ts'
import { GALLERY } from './gallery-screens.ts'

describeScreens('the screens of the gallery tab, for everybody', GALLERY)
