/**
 * Where the bot stands: teams and channels, known from what Teams says when it is added, never searched for, and the
 * Direction that each is bound to; where something is announced is decided and kept here, whatever it is.
 * A team is welcomed once in its life, naming who added the bot; nobody is written to because it was added.
 */

import type { AnnouncingUsecases } from './announcements/usecases.ts'
import type { ChannelReading } from './channel/usecases.ts'

export { placesText, targetsNotice, type WherePart, wherePart } from './announcements/cards.ts'
export {
  type Announced,
  PUT_RIGHT,
  postsIn,
  type Targets,
  type Where,
  type WhereFields,
  whereOf,
} from './announcements/domain.ts'
export type { Channel } from './channel/domain.ts'
export { channelTitle } from './channel/title-cards.ts'
export type { Sighting } from './installation/usecases.ts'

/** Use-cases of channels for other features. */
export type ChannelUsecases = Pick<ChannelReading, 'list' | 'find' | 'isShut'> &
  Pick<AnnouncingUsecases, 'targets' | 'announce' | 'announced' | 'announcedOf'>
