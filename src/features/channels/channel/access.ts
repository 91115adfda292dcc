/** Teams' answer to a post: `code` is a hint of varying form. */
export type ChannelRefusal = { readonly status: number; readonly code?: string | undefined }

/** Why posts are refused. `missing`: the bot is not in the team; `deleted`: the channel does not exist. */
export type Barrier = 'missing' | 'blocked' | 'deleted'

/** `since`: start of the first post that was refused, in milliseconds. */
export type Shut = { readonly since: number; readonly why: Barrier }

/** Error codes of Teams for an app that is not in the team. */
const MISSING = ['ForbiddenOperationException', 'BotNotInConversationRoster']
/** The bot is disabled for the whole tenant: says nothing about one channel. */
const NOBODY_S = 'BotDisabledByAdmin'

/**
 * Why a post was refused: the status decides.
 * Source: Microsoft Learn, «Status codes from bot conversational APIs».
 */
export function barrierOf({ status, code = '' }: ChannelRefusal): Barrier {
  if (MISSING.includes(code)) return 'missing'
  return status === 404 ? 'deleted' : 'blocked'
}

/** Whether a refusal is about this channel. */
export function isOfChannel({ code }: ChannelRefusal): boolean {
  return code !== NOBODY_S
}
