import { Button } from '@fluentui/react-components'
import { Building20Regular } from '@fluentui/react-icons/svg/building'
import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr'
import { Vote20Regular } from '@fluentui/react-icons/svg/vote'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import type { WorkshopView } from '../../../contract/workshops/workshops.ts'
import { registeredText } from '../../parts/words/ballot-texts.ts'
import { actName } from '../../parts/words/button-name.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { CalendarLink, factsOf, JoinLink } from '../../parts/workshops/facts.tsx'
import { ResultsButton } from '../ballots/results-button.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import { RoomLink, useIsMyDay } from '../workshops/day-links.tsx'
import { HarvestButton } from '../workshops/harvest-button.tsx'
import { WorkshopAnswer } from '../workshops/registration.tsx'
import { Task } from './task.tsx'

export function DirectionTask({ begun }: { begun: () => void }) {
  const { translator, me, open } = usePersonalTab()
  const title = me.direction
    ? translator.say('direction.saved', { direction: me.direction.name })
    : translator.say('direction.ask')
  return (
    <Task
      icon={<Building20Regular aria-hidden />}
      title={title}
      facts={[translator.say('tab.direction.why')]}
    >
      <Button size="small" onClick={() => open({ kind: 'direction', begun })}>
        {translator.say(me.direction ? 'tab.direction.change' : 'tab.direction.choose')}
      </Button>
    </Task>
  )
}

export function BallotTask({ ballot, begun }: { ballot: BallotView; begun: () => void }) {
  const { translator, open } = usePersonalTab()
  const word = ballot.mine ? 'ballot.change' : 'ballot.vote'
  const fact = ballot.mine
    ? registeredText(translator, ballot)
    : translator.say('tab.until', {
        date: translator.shortDay(ballot.closesAt),
        time: translator.time(ballot.closesAt),
      })
  return (
    <Task icon={<Vote20Regular aria-hidden />} title={ballot.question} facts={[fact]}>
      <Button
        size="small"
        aria-label={actName(translator, word, ballot.question)}
        onClick={() => open({ kind: 'vote', ballot: ballot.id, begun })}
      >
        {translator.say(word)}
      </Button>
      {ballot.mine && <ResultsButton ballot={ballot} />}
    </Task>
  )
}

/** A seat that is kept for me is what the card is about, when and where it is, and until when. */
function headOf(workshop: WorkshopView, translator: Translator) {
  const { title, startsAt, offeredUntil: until, mine } = workshop
  const facts = factsOf(workshop, translator)
  if (mine !== 'offered' || until === undefined) return { title, facts }
  const { say, shortDay, time } = translator
  const moment = say('workshop.moment', { day: shortDay(until), time: time(until) })
  const freed = say('workshop.freed', { date: shortDay(startsAt) })
  return { title: freed, facts: [title, ...facts, say('tab.workshop.before', { moment })] }
}

type WorkshopProps = {
  readonly workshop: WorkshopView
  /** Its subject is shown just above, on another day of its series. */
  readonly told: boolean
  readonly begun: () => void
}

export function WorkshopTask({ workshop, told, begun }: WorkshopProps) {
  const { translator } = usePersonalTab()
  const today = useIsMyDay(workshop)
  return (
    <Task
      icon={<CalendarLtr20Regular aria-hidden />}
      id={`day-${workshop.id}`}
      {...headOf(workshop, translator)}
      about={
        <>
          {workshop.description && !told && <p>{workshop.description}</p>}
          <JoinLink workshop={workshop} />
          {/* On the day, the way into the room stands there instead. */}
          {!today && <CalendarLink workshop={workshop} />}
        </>
      }
    >
      <RoomLink workshop={workshop} />
      {today && <HarvestButton workshop={workshop} />}
      <WorkshopAnswer workshop={workshop} begun={begun} />
    </Task>
  )
}
