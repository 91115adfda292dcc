/** An answer of Teams to a post: `code` is a hint, its form varies. */
export type ChannelRefusal = { readonly status: number; readonly code?: string | undefined }

/** Why Teams takes no post in a channel. `missing`: the bot is not in its team; `deleted`: there is no such channel. */
export type Barrier = 'missing' | 'blocked' | 'deleted'

/** `since`: when the first post that was refused began, in milliseconds. */
export type Shut = { readonly since: number; readonly why: Barrier }

/** Teams' words for an app that is not in the team. */
const MISSING = ['ForbiddenOperationException', 'BotNotInConversationRoster']
/** Said in every channel at once: nothing about this one. */
const NOBODY_S = 'BotDisabledByAdmin'

/**
 * Why a post was refused: the status decides.
 * Source: Microsoft Learn, «Status codes from bot conversational APIs».
 */
export function barrierOf({ status, code = '' }: ChannelRefusal): Barrier {
  if (MISSING.includes(code)) return 'missing'
  return status === 404 ? 'deleted' : 'blocked'
}

/** Whether a refusal says anything of the channel in which it was given. */
export function isOfChannel({ code }: ChannelRefusal): boolean {
  return code !== NOBODY_S
}
