import type { DirectionView } from '../../../contract/programme/programme.ts'
import type { ChannelTab } from '../../host/channel-tab.ts'

const PREFIX = 'direction-'

/** The tab that shows `direction` to a channel: the same page for all its members. `origin`: where our pages are. */
export function tabOf({ id, name }: DirectionView, origin: string): ChannelTab {
  const contentUrl = new URL('/tabs/direction', origin)
  contentUrl.searchParams.set('direction', id)
  return { entityId: PREFIX + id, contentUrl: contentUrl.href, name }
}

/** The Direction of a tab that a channel kept, or ''. */
export function directionOf(entityId: string | undefined): string {
  return entityId?.startsWith(PREFIX) ? entityId.slice(PREFIX.length) : ''
}
