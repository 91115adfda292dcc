/**
 * Where the bot stands: teams and channels, known from what Teams says when it is added, never searched for, and the
 * Direction that each is bound to; where something is announced is decided and kept here, whatever it is.
 * A team is welcomed once in its life, naming who added the bot; nobody is written to because it was added.
 */

export {
  type Announced,
  PUT_RIGHT,
  postsIn,
  type Targets,
  type Where,
  type WhereFields,
  whereOf,
} from './announcing.ts'
export { placesText, targetsNotice, type WherePart, wherePart } from './announcing-cards.ts'
export type { Channel } from './domain.ts'
export { channelTitle } from './title-cards.ts'
export { type ChannelStore, type ChannelUsecases, channelUsecases, type Sighting } from './usecases.ts'
