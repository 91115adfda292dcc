import { number } from '../../../../i18n/format.ts'
import { total } from '../../../../kernel/personal-data/counts.ts'
import type { FiguresView } from '../../../contract/figures.ts'
import { averageText, heldAmount, percent } from '../../parts/charts/amounts.ts'
import { Unread } from '../../parts/notices/unread-notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { useDirectionTab } from '../reading/context.tsx'
import { FigureCard } from './figure-card.tsx'
import { NextWorkshopCard } from './next-workshop-card.tsx'

/** In a small Direction any number could identify people: nothing is shown. */
function useParticipation({ small, participation: { count, share } }: FiguresView) {
  const { translator } = useSession()
  if (small) return { value: translator.say('direction.tookPart.hidden') }
  const unit = translator.say('direction.people', { count })
  return {
    value: capitalised(count === 0 ? heldAmount(count, translator) : percent(share, translator)),
    unit,
  }
}

function Participation({ figures }: { figures: FiguresView }) {
  const { translator } = useSession()
  const share = averageText(figures.participation.average, translator)
  return (
    <FigureCard
      label={translator.say('direction.tookPart')}
      {...useParticipation(figures)}
      note={translator.say(figures.small ? 'direction.tookPart.why' : 'direction.average', { share })}
    />
  )
}

/** « 15 retenues, 20 à l’étude ». */
function noteOf(ideas: FiguresView['ideas'], { say }: Translator): string {
  const retained = total(ideas.map(axis => axis.retained))
  const studied = total(ideas.map(axis => axis.studied))
  const answered = total(ideas.map(axis => axis.answered))
  const parts = [
    ...(retained > 0 ? [say('direction.ideas.retained', { count: retained })] : []),
    ...(studied > 0 ? [say('direction.ideas.studied', { count: studied })] : []),
  ]
  return parts.length === 0 ? say('direction.ideas.answered', { count: answered }) : parts.join(', ')
}

function Ideas({ figures: { ideas } }: { figures: FiguresView }) {
  const { translator } = useSession()
  const count = total(ideas.map(axis => axis.total))
  return (
    <FigureCard
      label={translator.say('direction.ideas')}
      value={number(count, translator.language)}
      unit={translator.say('direction.ideas.unit', { count })}
      note={noteOf(ideas, translator)}
    />
  )
}

/** Exact: people chose to share these. */
function Commitments() {
  const { translator } = useSession()
  const { stages = [] } = useDirectionTab().values
  const count = total(stages.flatMap(({ taken, underway, kept }) => [taken, underway, kept]))
  return (
    <FigureCard
      label={translator.say('direction.shared')}
      value={String(count)}
      unit={translator.say('direction.shared.unit', { count })}
      note={translator.say('direction.shared.note')}
    />
  )
}

/** While there is nothing to show, one sentence stands in the place of the figures. */
function TooFew() {
  const { translator } = useSession()
  return (
    <div className="card figure figure-none">
      <dt>{translator.say('direction.figures')}</dt>
      <dd>
        <p>{translator.say('empty.direction')}</p>
      </dd>
    </div>
  )
}

/** In the figures' place while they could not be read. */
export function FiguresUnread() {
  const { say } = useSession().translator
  return (
    <Panel title={say('direction.figures')}>
      <Unread parts={['unread.figures']} />
    </Panel>
  )
}

/** The four figures, each beside what it is read against. */
export function FigureCards({ figures }: { figures: FiguresView }) {
  const { translator } = useSession()
  return (
    <dl className="figures" aria-label={translator.say('direction.figures')}>
      {figures.enough ? (
        <>
          <Participation figures={figures} />
          <Ideas figures={figures} />
        </>
      ) : (
        <TooFew />
      )}
      <Commitments />
      <NextWorkshopCard />
    </dl>
  )
}
