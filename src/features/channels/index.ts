/**
 * Where the bot stands: teams and channels, known from what Teams says when it is added, never searched for.
 * A team is welcomed once in its life, naming who added the bot; nobody is written to because it was added.
 */
export { channelTitle } from './cards.ts'
export type { Channel } from './domain.ts'
export { type ChannelStore, type ChannelUsecases, channelUsecases, type Sighting } from './usecases.ts'
