import { lazy, type ReactNode, useState } from 'react'
import type { PartKey } from '../../data/api/failure.ts'
import { ErrorBoundary } from '../../parts/notices/error-boundary.tsx'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { BelowFold } from '../../parts/page/below-fold.tsx'
import { Ballots } from '../ballots/ballots.tsx'
import { Axes } from '../commitments/axes.tsx'
import { ColleaguesIdeas, MyIdeas } from '../ideas/ideas.tsx'
import { MyInitiatives } from '../ideas/initiatives.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import { MySteps } from '../tasks/my-steps.tsx'
import { TaskList } from '../tasks/task-list.tsx'
import { Workshops } from '../workshops/workshops.tsx'
import { DataLine } from './data-line.tsx'
import { isFirstVisit } from './first-visit.ts'
import { InstallLine } from './install-line.tsx'
import { Welcome } from './welcome.tsx'

const PilotLine = lazy(() => import('./pilot-line.tsx'))

function Alone({ part, children }: { part: PartKey; children: ReactNode }) {
  const { translator } = usePersonalTab()
  return (
    <ErrorBoundary translator={translator} part={part}>
      {children}
    </ErrorBoundary>
  )
}

/** All that is neither asked now nor a commitment: a line for each. */
function Folds() {
  return (
    <div className="card folds">
      <Alone part="unread.workshops">
        <Workshops />
      </Alone>
      <Alone part="unread.ballots">
        <Ballots />
      </Alone>
      <Alone part="unread.my-ideas">
        <MyIdeas />
      </Alone>
      <Alone part="unread.steps">
        <MySteps />
      </Alone>
      <Alone part="unread.initiatives">
        <MyInitiatives />
      </Alone>
      <Alone part="unread.ideas">
        <ColleaguesIdeas />
      </Alone>
    </div>
  )
}

const Tasks = () => (
  <Alone part="unread.part">
    <TaskList />
  </Alone>
)

/** The day, what waits, « Mes engagements », the rest; the first time, what this is before them. */
export function Home({ wanted }: { readonly wanted: string }) {
  const tab = usePersonalTab()
  // For the whole visit: what one does first must not move the page.
  const [first] = useState(() => isFirstVisit(tab))
  return (
    <>
      {tab.me.role === 'pilot' && (
        <LazyPart quiet fallback={<p className="card pilot-line" aria-busy="true" />}>
          <PilotLine />
        </LazyPart>
      )}
      {!first && <Tasks />}
      <div className={first ? 'columns columns-first' : 'columns'}>
        <Alone part="unread.commitments">{first ? <Welcome /> : <Axes />}</Alone>
        <div className="side">
          {first && <Tasks />}
          <BelowFold now={wanted !== ''}>
            <Folds />
          </BelowFold>
        </div>
      </div>
      <footer className="page-end">
        <InstallLine />
        <DataLine first={first} />
      </footer>
    </>
  )
}
