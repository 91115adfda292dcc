import words from 'virtual:words/figures'
import '../../look/charts.css'
import '../../look/figures.css'
import { useMemo } from 'react'
import { dateIn } from '../../../../kernel/zone.ts'
import type { ProgrammeFiguresView } from '../../../contract/figures.ts'
import { createBoard } from '../../board/board.ts'
import { Patterns } from '../../direction/bars.tsx'
import { sectionAddress } from '../../organiser/address.ts'
import type { SectionProps } from '../../organiser/sections.ts'
import { Bones } from '../../page/bones.tsx'
import { useFreshness } from '../../page/freshness.ts'
import { useGround } from '../../page/ground.tsx'
import { SectionHead } from '../../page/section-head.tsx'
import { useSnapshot } from '../../page/standing.ts'
import { UnreadNotice, unreadsOf } from '../../page/unread.tsx'
import { plainDay } from '../../words/days.ts'
import { learn } from '../../words/speech.ts'
import { LinkButton } from '../workshops/link-button.tsx'
import { Effect } from './effect.tsx'
import { ExportPart } from './export-part.tsx'
import { Heads } from './heads.tsx'
import { IdeaBars } from './idea-bars.tsx'
import { PlacesPanel } from './places.tsx'
import { type FigureSources, READERS, TOPICS } from './sources.ts'
import { Turnouts } from './turnouts.tsx'
import { Unshared } from './unshared.tsx'
import { WeekBars } from './week-bars.tsx'

learn(words)

function Counted({ figures }: { figures: ProgrammeFiguresView }) {
  const { say } = useGround().speech
  if (figures.takenAt === undefined || !figures.enough)
    return <p className="card panel">{say(figures.takenAt === undefined ? 'figures.none' : 'figures.few')}</p>
  return (
    <>
      <Heads figures={figures} />
      <div className="figure-pair">
        <WeekBars weeks={figures.weeks} />
        <IdeaBars ideas={figures.ideas} />
      </div>
      <PlacesPanel places={figures.directions} />
    </>
  )
}

/** The figures of the whole programme, made of what the Directions' pages show and of what is exact anyway. */
function Figures({ call }: Pick<SectionProps, 'call'>) {
  const { speech, programme } = useGround()
  const { say, zone } = speech
  const board = useMemo(() => createBoard<FigureSources>(call, READERS), [call])
  const snapshot = useSnapshot(board)
  useFreshness(board, TOPICS)
  const unreads = unreadsOf(snapshot, board.sources, board.refresh)
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
            <p>{say('figures.about', { date: plainDay(dateIn(takenAt, zone), programme.today, speech) })}</p>
          )
        }
      />
      <UnreadNotice unreads={unreads} />
      {waiting && <Bones kind="bone-panel" count={4} />}
      <Patterns />
      {figures && <Counted figures={figures} />}
      <div className="figure-pair">
        {figures?.enough && <Unshared cells={figures.unshared} />}
        {!waiting && effect && <Effect effect={effect} />}
      </div>
      {!waiting && ballots && <Turnouts ballots={ballots.filter(({ state }) => state === 'closed')} />}
    </>
  )
}

export default function FiguresPage({ call, path: [part], reading }: SectionProps) {
  return part === 'export' ? <ExportPart call={call} reading={reading} /> : <Figures call={call} />
}
