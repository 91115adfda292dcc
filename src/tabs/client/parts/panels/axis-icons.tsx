import type { FluentIcon } from '@fluentui/react-icons'
import { Beaker20Regular } from '@fluentui/react-icons/headless/svg/beaker'
import { Chat20Regular } from '@fluentui/react-icons/headless/svg/chat'
import { Circle20Regular } from '@fluentui/react-icons/headless/svg/circle'
import { CompassNorthwest20Regular } from '@fluentui/react-icons/headless/svg/compass-northwest'
import { Heart20Regular } from '@fluentui/react-icons/headless/svg/heart'
import { Home20Regular } from '@fluentui/react-icons/headless/svg/home'
import { LeafTwo20Regular } from '@fluentui/react-icons/headless/svg/leaf-two'
import { Lightbulb20Regular } from '@fluentui/react-icons/headless/svg/lightbulb'
import { Location20Regular } from '@fluentui/react-icons/headless/svg/location'
import { PeopleTeam20Regular } from '@fluentui/react-icons/headless/svg/people-team'
import { PersonFeedback20Regular } from '@fluentui/react-icons/headless/svg/person-feedback'
import { PuzzlePiece20Regular } from '@fluentui/react-icons/headless/svg/puzzle-piece'
import { RibbonStar20Regular } from '@fluentui/react-icons/headless/svg/ribbon-star'
import { Wrench20Regular } from '@fluentui/react-icons/headless/svg/wrench'
import type { IconName } from '../../../contract/programme/icons.ts'

// Without the styles that Fluent adds at run time: the room's screen is built without them, and draws the same.
// A page cannot carry Fluent's thousands of icons: a programme that names another gets the circle.
const ICONS: Readonly<Record<IconName, FluentIcon>> = {
  Beaker: Beaker20Regular,
  Chat: Chat20Regular,
  CompassNorthwest: CompassNorthwest20Regular,
  Heart: Heart20Regular,
  Home: Home20Regular,
  LeafTwo: LeafTwo20Regular,
  Lightbulb: Lightbulb20Regular,
  Location: Location20Regular,
  PeopleTeam: PeopleTeam20Regular,
  PersonFeedback: PersonFeedback20Regular,
  PuzzlePiece: PuzzlePiece20Regular,
  RibbonStar: RibbonStar20Regular,
  Wrench: Wrench20Regular,
}

/** Icon of the programme file. Decorative: the name is always shown beside it. */
export function NamedIcon({ name, className }: { name: string; className?: string }) {
  const Icon = Object.hasOwn(ICONS, name) ? ICONS[name as IconName] : Circle20Regular
  return <Icon aria-hidden className={className ?? ''} />
}
