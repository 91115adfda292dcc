import { useGround } from '../page/ground.tsx'
import { Notice } from '../page/notice.tsx'
import { sectionAddress } from './address.ts'

/** Directions in whose channels it will not appear, since none stands for them; leads to where one is linked. */
export function UnboundNotice({ names }: { names: readonly string[] }) {
  const { say } = useGround().speech
  if (names.length === 0) return null
  return (
    <Notice tone="warning" action={<a href={sectionAddress('today', 'channels')}>{say('channel.list')}</a>}>
      {say('announce.unbound', { directions: names.join(', ') })} {say('announce.unbound.there')}
    </Notice>
  )
}
