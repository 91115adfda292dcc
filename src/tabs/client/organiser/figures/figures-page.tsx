import '../../parts/charts/charts.css'
import './figures.css'
import { useMemo } from 'react'
import { dateIn } from '../../../../kernel/time/time-zone.ts'
import type { ProgrammeFiguresView } from '../../../contract/figures.ts'
import { useFreshness } from '../../data/store/freshness.ts'
import { createStore } from '../../data/store/store.ts'
import { Patterns } from '../../parts/charts/bars.tsx'
import { UnreadNotice, unreadsOf } from '../../parts/notices/unread-notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { useSnapshot } from '../../parts/start/session.ts'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { plainDay } from '../../parts/words/days.ts'
import { sectionAddress } from '../parts/address.ts'
import { LinkButton } from '../parts/link-button.tsx'
import { SectionHead } from '../parts/section-head.tsx'
import type { SectionProps } from '../tab/sections.ts'
import { DirectionShares } from './direction-shares.tsx'
import { ExportPage } from './export-page.tsx'
import { IdeaBars } from './idea-bars.tsx'
import { KeyFigures } from './key-figures.tsx'
import { MessageEffect } from './message-effect.tsx'
import { PrivateCommitments } from './private-commitments.tsx'
import { type FigureSources, READERS, TOPICS } from './sources.ts'
import { Turnouts } from './turnouts.tsx'
import { WeekBars } from './week-bars.tsx'

function Counted({ figures }: { figures: ProgrammeFiguresView }) {
  const { say } = useSession().translator
  if (figures.takenAt === undefined || !figures.enough)
    return <p className="card panel">{say(figures.takenAt === undefined ? 'figures.none' : 'figures.few')}</p>
  return (
    <>
      <KeyFigures figures={figures} />
      <div className="figure-pair">
        <WeekBars weeks={figures.weeks} />
        <IdeaBars ideas={figures.ideas} />
      </div>
      <DirectionShares places={figures.directions} />
    </>
  )
}

/** The figures of the whole programme: what people do unseen as estimates, the rest as it is counted. */
function Figures({ call }: Pick<SectionProps, 'call'>) {
  const { translator, programme } = useSession()
  const { say, zone } = translator
  const store = useMemo(() => createStore<FigureSources>(call, READERS), [call])
  const snapshot = useSnapshot(store)
  useFreshness(store, TOPICS)
  const unreads = unreadsOf(snapshot, store.sources, store.refresh)
  const { figures, ballots, effect } = snapshot.values
  const takenAt = figures?.takenAt
  const waiting = !figures && unreads.failures.length === 0
  return (
    <>
      <SectionHead
        title={say('section.figures')}
        acts={<LinkButton href={sectionAddress('figures', 'export')}>{say('exports.open')}</LinkButton>}
        about={
          takenAt !== undefined && (
            <p>
              {say('figures.about', { date: plainDay(dateIn(takenAt, zone), programme.today, translator) })}
            </p>
          )
        }
      />
      <UnreadNotice unreads={unreads} />
      {waiting && <SkeletonRows kind="bone-panel" count={4} />}
      <Patterns />
      {figures && <Counted figures={figures} />}
      <div className="figure-pair">
        {figures?.enough && <PrivateCommitments cells={figures.unshared} />}
        {!waiting && effect && <MessageEffect effect={effect} />}
      </div>
      {!waiting && ballots && <Turnouts ballots={ballots.filter(({ state }) => state === 'closed')} />}
    </>
  )
}

export default function FiguresPage({ call, path: [part], reading }: SectionProps) {
  return part === 'export' ? <ExportPage call={call} reading={reading} /> : <Figures call={call} />
}
