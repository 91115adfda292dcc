import type { TargetsView } from '../../../../contract/workshops/planning.ts'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useGround } from '../../../parts/page/context.tsx'
import { UnboundNotice } from '../../parts/unlinked-directions.tsx'
import { channelsText } from '../workshop/texts.ts'

/** In which channels it will appear, and where it will not. */
export function TargetsNotice({ targets }: { targets: TargetsView }) {
  const { speech, programme } = useGround()
  const { say } = speech
  const { channels, unbound, shut } = targets
  const nameOf = (id: string) => programme.directions.find(each => each.id === id)?.name ?? id
  return (
    <>
      <p>{say('workshop.preview.footer', { channel: channelsText(channels, speech) })}</p>
      {unbound.length > 0 && (
        <UnboundNotice>
          {say('announce.unbound', { directions: unbound.map(nameOf).join(', ') })}{' '}
          {say('announce.unbound.there')}
        </UnboundNotice>
      )}
      {shut.length > 0 && (
        <Notice tone="warning">
          {say('announce.shut', { channels: channelsText(shut, speech) })} {say('announce.shut.how')}
        </Notice>
      )}
    </>
  )
}
