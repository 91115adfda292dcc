/** Channels, and Directions in whose channels something appears as well. */
export type ChosenChannels = { readonly channels: readonly string[]; readonly directions: readonly string[] }
