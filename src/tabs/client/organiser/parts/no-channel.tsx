import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { sectionAddress } from './address.ts'

/** Nothing can be announced yet: says so in the place of an empty list, and leads to where that is mended. */
export function NoChannel() {
  const { say } = useSession().translator
  return (
    <Notice
      tone="warning"
      action={<a href={sectionAddress('today', 'channels')}>{say('organiser.channels.see')}</a>}
    >
      {say('refusal.no-channel')}
    </Notice>
  )
}
