import type { WorkshopView } from '../../contract/workshops/workshops.ts'
import type { ChannelTab } from '../host/channel-tab.ts'

const PREFIX = 'workshop-'

/** The tab by which a chat or a meeting follows `workshop`: the same page for all in it. `origin`: where our pages are. */
export function meetingTab({ id, title }: Pick<WorkshopView, 'id' | 'title'>, origin: string): ChannelTab {
  const contentUrl = new URL('/tabs/personal', origin)
  contentUrl.searchParams.set('open', `room:${id}`)
  return { entityId: PREFIX + id, contentUrl: contentUrl.href, name: title }
}

/** The workshop of a tab that a chat kept, or ''. */
export function workshopOf(entityId: string | undefined): string {
  return entityId?.startsWith(PREFIX) ? entityId.slice(PREFIX.length) : ''
}

/** The page of the room's screen, for the meeting's stage. */
export function stageAddress(workshop: string, origin: string): string {
  const url = new URL('/tabs/stage', origin)
  url.searchParams.set('workshop', workshop)
  return url.href
}
