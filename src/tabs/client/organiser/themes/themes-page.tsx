import '../../parts/lists/rows.css'
import './themes.css'
import { Button } from '@fluentui/react-components'
import { lazy } from 'react'
import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import type { ThemeBoardView } from '../../../contract/ideas/themes.ts'
import type { Call } from '../../data/api/call.ts'
import { useDialog } from '../../parts/dialogs/open-dialog.ts'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { sectionAddress } from '../parts/address.ts'
import { AxisChoice, useAxis } from '../parts/axis-choice.tsx'
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
  const { say } = useSession().translator
  const axis = useAxis()
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
        <AxisChoice />
        {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
        {!value && !failure && <SkeletonRows count={4} />}
        {value && around && <Sections board={value} around={around} />}
      </div>
    </>
  )
}
