import type { ReactNode } from 'react'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { sectionAddress } from './address.ts'

/** Names Directions without a channel; links to where they are bound. */
export function UnlinkedDirections({ children }: { children: ReactNode }) {
  const { say } = useSession().translator
  return (
    <Notice
      tone="warning"
      action={<a href={sectionAddress('settings', 'channels')}>{say('channel.list')}</a>}
    >
      {children}
    </Notice>
  )
}
