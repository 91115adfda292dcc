import type { ChangeTopic } from '../../kernel/storage/change-topic.ts'

/**
 * `GET /api/v1/events`, a stream of server-sent events. Nothing in it is about anybody: it says of what kind the things
 * are that changed, and whoever shows them reads them again through the door that knows what they may see.
 */
export type Events = {
  readonly changed: { readonly topics: readonly ChangeTopic[] }
  /**
   * The last one. `many`: the person or screen has newer streams open. `stop`: the server goes. `expired`: the token or
   * key did. `revoked`: the screen's key was taken back, or its workshop is none any more.
   */
  readonly end: { readonly why: 'expired' | 'many' | 'stop' | 'revoked' }
}
