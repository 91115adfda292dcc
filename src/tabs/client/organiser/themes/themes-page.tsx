import '../../parts/lists/rows.css'
import './themes.css'
import { Button, Field, Select } from '@fluentui/react-components'
import { lazy } from 'react'
import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import type { ThemeBoardView } from '../../../contract/ideas/themes.ts'
import type { Call } from '../../data/api/call.ts'
import { useDialog } from '../../parts/dialogs/open-dialog.ts'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { sectionAddress, useFilters } from '../parts/address.ts'
import { SectionHead } from '../parts/section-head.tsx'
import { useWhole } from '../parts/use-reading.ts'
import { type Board, BoardContext } from './board-context.ts'
import { Coverage } from './coverage.tsx'
import { Proposals } from './proposals.tsx'
import { RestSection } from './rest-section.tsx'
import { ThemeSection } from './theme-section.tsx'

const ThemeDialog = lazy(() => import('./theme-dialog.tsx'))
const TOPICS: readonly ChangeTopic[] = ['themes', 'ideas', 'programme']

function Making() {
  const { say } = useSession().translator
  const { request, open, finish } = useDialog<true>()
  return (
    <div className="acts">
      <Button onClick={() => open(true)}>{say('theme.make')}</Button>
      {request && (
        <LazyPart fallback={null}>
          <ThemeDialog finish={() => finish()} />
        </LazyPart>
      )}
    </div>
  )
}

function Sections({ board, around }: { board: ThemeBoardView; around: Board }) {
  const { say } = useSession().translator
  const { themes, coverage, axis } = board
  return (
    <BoardContext value={around}>
      <Coverage board={board} />
      {themes.length === 0 && <p className="quiet">{say('theme.no')}</p>}
      {themes.map(theme => (
        <ThemeSection key={`${axis} ${theme.id}`} theme={theme} />
      ))}
      <Proposals key={`${axis} proposals`} board={board} />
      <RestSection key={`${axis} aside`} part="aside" count={coverage.aside} />
      <RestSection key={`${axis} alone`} part="alone" count={coverage.alone} />
      {!around.reading && <Making />}
    </BoardContext>
  )
}

/** « Thèmes »: the ideas of an axis, under themes that the Lab' owns. Observers read. */
export function ThemesPage({ call, reading }: { call: Call; reading: boolean }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const [filters, set] = useFilters()
  const axis = programme.axes.find(({ id }) => id === filters.get('axis')) ?? programme.axes[0]
  const wanted = new URLSearchParams({ axis: axis?.id ?? '' })
  const { value, failure, loadedAt, refresh, store } = useWhole<ThemeBoardView>(
    call,
    `/themes?${wanted}`,
    TOPICS,
    'unread.themes',
  )
  const send: Board['send'] = (method, path, body) => store.send(method, path, body, () => {})
  const around = value && { axis: value.axis, themes: value.themes, call, reading, send }
  return (
    <>
      <SectionHead
        title={say('theme.title')}
        trail={[{ text: say('section.ideas'), href: sectionAddress('ideas') }]}
        about={<p>{say('theme.about')}</p>}
      />
      <div className="theme-board">
        <Field label={say('idea.axis')}>
          <Select value={axis?.id ?? ''} onChange={(_, { value: id }) => set('axis', id)}>
            {programme.axes.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
        {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
        {!value && !failure && <SkeletonRows count={4} />}
        {value && around && <Sections board={value} around={around} />}
      </div>
    </>
  )
}
