import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { sectionAddress } from './address.ts'

/** Empty state of a list when the bot has no channel, with a link to set one up. */
export function NoChannel() {
  const { say } = useSession().translator
  return (
    <Notice
      tone="warning"
      action={<a href={sectionAddress('settings', 'channels')}>{say('organiser.channels.see')}</a>}
    >
      {say('refusal.no-channel')}
    </Notice>
  )
}
