import { Button } from '@fluentui/react-components'
import type { Key } from '../../../../i18n/words.ts'
import { clausesOf } from '../../../../kernel/text/clause.ts'
import type { TrialRecordView } from '../../../contract/initiatives/trial-records.ts'
import { openTab } from '../../host/navigation.ts'
import { FoldedList } from '../../parts/lists/folded-list.tsx'
import { axisOf, useSession } from '../../parts/page/context.tsx'
import { AxisMark } from '../../parts/panels/axis-emblem.tsx'
import { type BadgeTone, StateBadge } from '../../parts/panels/badge.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { plainDay } from '../../parts/words/days.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { useDirectionTab } from '../reading/context.tsx'

const OPEN = {
  planned: ['direction.trial.planned', 'neutral'],
  running: ['direction.trial.running', 'brand'],
  due: ['direction.trial.due', 'warning'],
  decided: ['direction.trial.due', 'warning'],
} as const satisfies Record<TrialRecordView['state'], readonly [Key, BadgeTone]>

const DECIDED = {
  generalise: 'review.tried.generalise',
  adjust: 'review.tried.adjust',
  stop: 'review.tried.stop',
} as const

/** The three ends have one tone: stopping is worth as much. */
function stateOf({ state, decision }: TrialRecordView, today: string, translator: Translator) {
  const { say } = translator
  if (decision) {
    const date = plainDay(decision.on, today, translator)
    return { word: say(DECIDED[decision.kind], { date }), tone: 'good' } as const
  }
  const [word, tone] = OPEN[state]
  return { word: say(word), tone }
}

function Trial({ trial }: { trial: TrialRecordView }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { title, initiative, axis, hypothesis, decision, testers: count } = trial
  const about = axisOf(programme, axis)
  const day = (of: string) => plainDay(of, programme.today, translator)
  const { word, tone } = stateOf(trial, programme.today, translator)
  return (
    <div className="carried">
      <AxisMark axis={about} />
      <div className="carried-text">
        {about && <span className="unseen">{about.title}. </span>}
        <h3>{title}</h3>
        <p>{say('review.tried.hypothesis', clausesOf(hypothesis))}</p>
        <FactLine
          of={[
            say('direction.trial.days', { from: day(trial.from), until: day(trial.until) }),
            say(decision ? 'direction.trial.tried' : 'direction.trial.testers', { count }),
          ]}
        />
        <StateBadge tone={tone}>{word}</StateBadge>
      </div>
      <Button
        size="small"
        aria-label={actName(translator, 'initiative.see', title)}
        onClick={() => void openTab('gallery', initiative)}
      >
        {say('initiative.see')}
      </Button>
    </div>
  )
}

/** What is tried here, or was: stopped ones like the others. Not there while there is none. */
export function Trials() {
  const { say } = useSession().translator
  const { trials } = useDirectionTab().values
  if (!trials || trials.length === 0) return null
  return (
    <Panel title={say('direction.trials')}>
      <FoldedList
        items={trials}
        part="unread.tried"
        limit={3}
        read={undefined}
        empty={null}
        draw={trial => <Trial trial={trial} />}
      />
    </Panel>
  )
}
