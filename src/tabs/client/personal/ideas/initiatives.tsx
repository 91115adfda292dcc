import { lazy } from 'react'
import { useUnread } from '../../parts/notices/unread-notice.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import { Fold } from '../navigation/fold.tsx'
import { ShortList } from '../navigation/short-list.tsx'

// Folded at first.
const InitiativeRow = lazy(() => import('./initiative-row.tsx'))

/** « Mes initiatives »: those I carry or joined. Absent when there are none. */
export function MyInitiatives() {
  const { translator, values, cut } = usePersonalTab()
  const unread = useUnread(['unread.initiatives'])
  if (!values.initiatives?.length && !unread) return null
  const known =
    values.initiatives && !cut.initiatives
      ? translator.say('tab.fold.count', { count: values.initiatives.length })
      : ''
  return (
    <Fold
      name="initiatives"
      title={translator.say('tab.initiatives')}
      state={known}
      part="unread.initiatives"
    >
      <ShortList
        items={values.initiatives}
        source="initiatives"
        part="unread.initiatives"
        limit={3}
        empty={null}
        draw={initiative => <InitiativeRow initiative={initiative} />}
      />
    </Fold>
  )
}
