import { DIRECTION } from './direction-screens.ts'
import { GALLERY } from './gallery-screens.ts'
import { ORGANISER } from './organiser-screens.ts'
import { PERSONAL } from './personal-screens.ts'
import type { Screen } from './screen.ts'

/** Every page and dialog that a person can open. */
export const SCREENS: readonly Screen[] = [...PERSONAL, ...DIRECTION, ...GALLERY, ...ORGANISER]
