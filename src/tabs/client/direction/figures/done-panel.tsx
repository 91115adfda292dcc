import type { FiguresView } from '../../../contract/figures/figures.ts'
import { followedText } from '../../parts/ideas/followed-line.tsx'
import { Unread } from '../../parts/notices/unread-notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { useDirectionTab } from '../reading/context.tsx'
import { FigureActions } from './figure-actions.tsx'
import { IdeaChart } from './ideas-by-axis.tsx'
import { useParticipationTexts } from './participation-text.ts'
import { useIdeaCounts } from './use-idea-counts.ts'
import { WhyLink } from './why-link.tsx'

const PARTS = ['unread.review', 'unread.figures'] as const

/** People first as words, then ideas as bars, each with its numbers. */
function Figures({ figures }: { figures: FiguresView }) {
  const { say } = useSession().translator
  const texts = useParticipationTexts(figures)
  return (
    <>
      <p className="took">
        {texts.join(' ')} <WhyLink numbers={!figures.small} />
      </p>
      <p className="stacks-name">{say('direction.byAxis')}</p>
      <IdeaChart ideas={useIdeaCounts() ?? []} />
    </>
  )
}

/** « Ce qui a été fait »: what became of ideas, who took part, and the figures to take away. */
export function DonePanel() {
  const { translator } = useSession()
  const { say } = translator
  const { figures, followed } = useDirectionTab().values
  return (
    <Panel title={say('direction.done')}>
      {followed && <p className="followed">{followedText(followed, translator, true)}</p>}
      <Unread parts={PARTS} shown={figures !== undefined} />
      {figures && <Figures figures={figures} />}
      <FigureActions />
    </Panel>
  )
}
