import type { TargetsView } from '../../../../contract/workshops/planning.ts'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { UnlinkedDirections } from '../../parts/unlinked-directions.tsx'
import { channelsText } from '../workshop/texts.ts'

/** In which channels it will appear, and where it will not. */
export function ChannelsNotice({ targets }: { targets: TargetsView }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { channels, unbound, shut } = targets
  const nameOf = (id: string) => programme.directions.find(each => each.id === id)?.name ?? id
  return (
    <>
      <p>{say('workshop.preview.footer', { channel: channelsText(channels, translator) })}</p>
      {unbound.length > 0 && (
        <UnlinkedDirections>
          {say('announce.unbound', { directions: unbound.map(nameOf).join(', ') })}{' '}
          {say('announce.unbound.there')}
        </UnlinkedDirections>
      )}
      {shut.length > 0 && (
        <Notice tone="warning">
          {say('announce.shut', { channels: channelsText(shut, translator) })} {say('announce.shut.how')}
        </Notice>
      )}
    </>
  )
}
