/**
 * Where the bot stands: teams and channels, known from what Teams says when it is added, never searched for, and the
 * Direction that each is bound to; where something is announced is decided and kept here, whatever it is.
 * A team is welcomed once in its life, naming who added the bot; nobody is written to because it was added.
 */

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
export {
  type ChannelStore,
  type ChannelUsecases,
  channelUsecases,
  type Sighting,
} from './installation/usecases.ts'
