import type { ReactNode } from 'react'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { sectionAddress } from './address.ts'

/** Directions that no channel stands for, in the words of the section; leads to where one is linked. */
export function UnlinkedDirections({ children }: { children: ReactNode }) {
  const { say } = useSession().translator
  return (
    <Notice tone="warning" action={<a href={sectionAddress('today', 'channels')}>{say('channel.list')}</a>}>
      {children}
    </Notice>
  )
}
