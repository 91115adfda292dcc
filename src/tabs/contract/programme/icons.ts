/**
 * Fluent's icons that the pages carry for axes and phases, by the name that a method file gives. A page cannot carry
 * its thousands: it draws a circle for any other.
 */
export const ICON_NAMES = [
  'Beaker',
  'Chat',
  'CompassNorthwest',
  'Heart',
  'Home',
  'LeafTwo',
  'Lightbulb',
  'Location',
  'PeopleTeam',
  'PersonFeedback',
  'PuzzlePiece',
  'RibbonStar',
  'Wrench',
] as const

export type IconName = (typeof ICON_NAMES)[number]
