import { useEffect, useState } from 'react'
import type { AudienceView } from '../../../contract/channels.ts'
import { Failure, failureOf } from '../../data/api/failure.ts'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { channelsText } from '../../parts/words/channel-text.ts'
import type { ChosenChannels } from './chosen-channels.ts'
import { UnlinkedDirections } from './unlinked-directions.tsx'

/** After the last press, since several follow each other (ms). */
const PAUSE = 300

/** What is known of a choice; the last that was read stands until the next is. */
function useAudience({ channels, directions }: ChosenChannels): AudienceView | Failure | undefined {
  const { read } = useSession()
  const [known, setKnown] = useState<AudienceView | Failure>()
  const query = new URLSearchParams({ channels: channels.join(), directions: directions.join() }).toString()
  const chosen = channels.length > 0 || directions.length > 0
  useEffect(() => {
    if (!chosen) return setKnown(undefined)
    let late = false
    const later = setTimeout(() => {
      read<AudienceView>(`/channels/targets?${query}`)
        .catch(failureOf)
        .then(found => late || setKnown(found))
    }, PAUSE)
    return () => {
      late = true
      clearTimeout(later)
    }
  }, [read, query, chosen])
  return known
}

/** How many people a choice is meant for, and what of it leads nowhere: said while one still chooses. */
export function ChannelsAudience({ where }: { where: ChosenChannels }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const known = useAudience(where)
  const nameOf = (id: string) => programme.directions.find(each => each.id === id)?.name ?? id
  if (known instanceof Failure)
    return (
      <div role="status">
        <UnlinkedDirections>{known.title}</UnlinkedDirections>
      </div>
    )
  return (
    <div role="status" className="where-audience">
      {known && (
        <p>
          {say('workshop.preview.footer', { channel: channelsText(known.channels, translator) })}{' '}
          {known.headcount > 0 && say('plan.where.audience', { headcount: known.headcount })}{' '}
          {known.free > 0 && say('plan.where.free', { count: known.free })}
        </p>
      )}
      {known && known.unbound.length > 0 && (
        <UnlinkedDirections>
          {say('announce.unbound', { directions: known.unbound.map(nameOf).join(', ') })}{' '}
          {say('announce.unbound.there')}
        </UnlinkedDirections>
      )}
      {known && known.shut.length > 0 && (
        <Notice tone="warning">
          {say('announce.shut', { channels: channelsText(known.shut, translator) })}{' '}
          {say('announce.shut.how')}
        </Notice>
      )}
    </div>
  )
}
