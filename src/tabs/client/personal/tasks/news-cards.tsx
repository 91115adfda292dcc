import { Button } from '@fluentui/react-components'
import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr'
import { Comment20Regular } from '@fluentui/react-icons/svg/comment'
import type { AskedView } from '../../../contract/feedback.ts'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import type { WorkshopView } from '../../../contract/workshops/workshops.ts'
import { actName } from '../../parts/words/button-name.ts'
import { momentDay } from '../../parts/words/days.ts'
import { factsOf } from '../../parts/workshops/facts.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import { RoomLink } from '../workshops/day-links.tsx'
import { markRead } from './read-answers.ts'
import { Task } from './task.tsx'
import { saidAt } from './tasks.ts'

/** Somebody answered an idea of mine, or decided about it. Read once, it waits no longer. */
export function AnswerTask({ idea, begun }: { idea: IdeaView; begun: () => void }) {
  const { translator, programme, open } = usePersonalTab()
  const at = saidAt(idea)
  const date = momentDay(at, programme.today, translator)
  const author = idea.answer?.at === at ? idea.answer.author : idea.decision?.author
  const show = () => {
    begun()
    markRead(idea)
    open({ kind: 'thread', idea })
  }
  return (
    <Task
      icon={<Comment20Regular aria-hidden />}
      title={translator.say('tab.answered')}
      facts={author ? [author, date] : [date]}
    >
      <Button size="small" aria-label={actName(translator, 'tab.answered.read', idea.text)} onClick={show}>
        {translator.say('tab.answered.read')}
      </Button>
    </Task>
  )
}

/** What I think of a workshop that is over, while that is asked. */
export function FeedbackTask({ asked }: { asked: AskedView }) {
  const { translator, open } = usePersonalTab()
  const { title, startsAt, closesAt } = asked
  const { say, shortDay, time } = translator
  return (
    <Task
      icon={<Comment20Regular aria-hidden />}
      title={title}
      facts={[say('tab.until', { date: shortDay(closesAt), time: time(closesAt) })]}
    >
      <Button
        size="small"
        aria-label={actName(translator, 'feedback.give', title, startsAt)}
        onClick={() => open({ kind: 'feedback', asked })}
      >
        {say('feedback.give')}
      </Button>
    </Task>
  )
}

/** Where I sit, once it is shown. */
export function TableTask({ workshop }: { workshop: WorkshopView }) {
  const { translator, open } = usePersonalTab()
  const { title, startsAt, table = 0 } = workshop
  return (
    <Task
      icon={<CalendarLtr20Regular aria-hidden />}
      id={`day-${workshop.id}`}
      title={translator.say('visit.table', { table })}
      facts={[title, ...factsOf(workshop, translator)]}
    >
      <RoomLink workshop={workshop} />
      <Button
        size="small"
        aria-label={actName(translator, 'visit.title', title, startsAt)}
        onClick={() => open({ kind: 'visit', workshop })}
      >
        {translator.say('visit.title')}
      </Button>
    </Task>
  )
}
