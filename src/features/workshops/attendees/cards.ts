import type {
  ButtonsPart,
  FactsPart,
  FooterPart,
  HeaderPart,
  TabPart,
  TitlePart,
} from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import { goingText, sheetOf, type WorkshopCardContext, workshopInTab } from '../workshop/cards.ts'
import { isAhead } from '../workshop/domain.ts'
import type { Visit } from './domain.ts'

type VisitData = HeaderPart &
  TitlePart &
  FactsPart &
  ButtonsPart &
  TabPart &
  FooterPart & {
    /** Explains the list of names, or its absence. */
    readonly about: string
    readonly names: SafeText | ''
  }

export type VisitCard = CardOf<'workshops/attendees/visit', VisitData>

/** Why there are names, or none. */
function aboutText(
  { words: { say } }: WorkshopCardContext,
  { workshop, names }: Visit,
  from: string,
): string {
  if (!isAhead(workshop.stage)) return say('visit.names.over')
  if (workshop.mine !== 'yes') return say('visit.names.seat')
  if (names.length > 0) return say('visit.names')
  return say(from === '' ? 'visit.names.none' : 'visit.names.end')
}

function buttonsOf({ words: { say } }: WorkshopCardContext, { workshop: { id, stage }, shown, next }: Visit) {
  const about = { workshop: id }
  const over = !isAhead(stage)
  const name = { ...about, shown: shown ? 'off' : 'on' }
  const title = say(shown ? 'visit.hide' : 'workshop.showName')
  return [
    ...(over && !shown ? [] : [{ title, verb: 'workshops.show-name', data: name }]),
    ...(over ? [] : [{ title: say('workshop.needs'), verb: 'workshops.needs-form', data: about }]),
    ...(next === undefined
      ? []
      : [{ title: say('visit.more'), verb: 'workshops.visit', data: { ...about, from: next } }]),
    { title: say('workshop.seeMine'), verb: 'workshops.mine', data: about },
  ]
}

/** The page before coming: other participants, one's own consent to be named, one's needs. `from`: cursor. */
export function visitCard(context: WorkshopCardContext, visit: Visit, from = ''): VisitCard {
  const { words } = context
  const { workshop, names, need, table } = visit
  const { icon, kind, title, facts } = sheetOf(context, workshop)
  const needed = words.say('visit.needs', { text: safe(need) })
  const data = {
    icon,
    kind,
    ...workshopInTab(workshop),
    title,
    facts: [
      ...facts,
      { icon: 'People', text: goingText(words, workshop) },
      ...(table === undefined ? [] : [{ icon: 'PeopleTeam', text: words.say('visit.table', { table }) }]),
      ...(need === '' ? [] : [{ icon: 'Accessibility', text: needed }]),
    ],
    about: aboutText(context, visit, from),
    names: names.map(safe).join(', ') as SafeText | '',
    buttons: buttonsOf(context, visit),
    footer: words.say(visit.shown ? 'visit.rules.shown' : 'visit.rules'),
  }
  return { template: 'workshops/attendees/visit', data }
}
