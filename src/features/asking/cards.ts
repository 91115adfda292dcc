import { overflowed } from '../../cards/overflow.ts'
import type { ButtonsPart, FooterPart, FoundPart, HeaderPart, TitlePart } from '../../cards/parts.ts'
import { plain, prefilled, safe } from '../../cards/text.ts'
import type { Key, Words } from '../../i18n/words.ts'
import type { CardOf } from '../../kernel/text/card.ts'
import { type Answer, FARTHEST, type FoundThing, PAGE, type WrittenAnswer } from './domain.ts'
import { type AskingProgramme, missingText, saidText } from './said-cards.ts'

export type AskingAnswerCard = CardOf<
  'asking/answer',
  HeaderPart & TitlePart & FoundPart & ButtonsPart & FooterPart & { readonly quote: string }
>
export type AskingFormCard = CardOf<
  'asking/form',
  HeaderPart & TitlePart & FooterPart & { readonly question: string }
>

type Row = FoundPart['answers'][number]['rows'][number]
/** Which press asks again, and what it carries. */
export type AskAgain = { readonly verb: string; readonly data: Readonly<Record<string, unknown>> }

const ICON = 'Search'
/** Of the six buttons of a card; the other filters follow once one is loosened. */
const MOST_LOOKING = 3
/** Letters of a question that the card repeats. */
const QUOTED = 300

const OPENS = {
  workshop: { verb: 'workshops.mine', field: 'workshop', act: 'asking.see' },
  ballot: { verb: 'ballots.totals', field: 'ballot', act: 'asking.see' },
  initiative: { verb: 'initiatives.show', field: 'initiative', act: 'asking.see' },
  commitment: { verb: 'commitments.show', field: 'commitment', act: 'asking.see' },
  shared: { verb: 'commitments.me-too', field: 'commitment', act: 'commit.me.too' },
  idea: { verb: 'ideas.show', field: 'idea', act: 'asking.see' },
} as const

type Opening = {
  readonly verb: string
  /** Of the verb's data, which names the thing. */
  readonly field: string
  readonly act: Key
}

/** A row that is pressed to open a thing. */
export function openingRow(
  words: Words,
  { verb, field, act }: Opening,
  id: string,
  title: string,
  detail: string,
): Row {
  const said = words.say(act)
  const tooltip = words.say('act.on', { act: said, text: plain(title) })
  return { text: safe(title), detail, act: said, tooltip, verb, data: { [field]: id } }
}

const rowOf = (words: Words, opens: keyof typeof OPENS, id: string, title: string, detail: string) =>
  openingRow(words, OPENS[opens], id, title, detail)

function thingRow(words: Words, { axis }: AskingProgramme, thing: FoundThing): Row {
  const { say, day, shortDay, time, language } = words
  const titled = (id: string | undefined) => {
    const title = id === undefined ? undefined : axis(id)?.title[language]
    return title === undefined ? [] : [safe(title)]
  }
  const joined = (...parts: readonly string[]) => parts.join(' · ')
  if (thing.kind === 'idea') {
    const { id, text, state, axis: of, at } = thing.idea
    return rowOf(words, 'idea', id, text, joined(say(`idea.state.${state}`), ...titled(of), day(at)))
  }
  const { kind, id, title } = thing
  if (kind === 'workshop')
    return rowOf(
      words,
      kind,
      id,
      title,
      joined(say('asking.is.workshop'), `${shortDay(thing.at)}, ${time(thing.at)}`),
    )
  if (kind === 'ballot') {
    const until = thing.ended
      ? say('asking.ended', { date: day(thing.at) })
      : say('asking.until', { date: shortDay(thing.at), time: time(thing.at) })
    return rowOf(words, kind, id, title, joined(say('asking.is.ballot'), until))
  }
  const detail = joined(say(`asking.is.${kind}`), ...titled(thing.axis))
  return rowOf(words, kind === 'commitment' && !thing.mine ? 'shared' : kind, id, title, detail)
}

/** Sentences of a model, each with its ideas, and who wrote them. */
function writtenPart(words: Words, written: WrittenAnswer | undefined) {
  const { say } = words
  const sentences = (written?.sentences ?? []).map(({ text, doubtful, ideas }) => ({
    text: safe(text),
    warning: doubtful ? say('asking.doubtful') : '',
    cited: ideas.map(idea => rowOf(words, 'idea', idea.id, idea.text, '')),
  }))
  return { sentences, writtenBy: written ? say('asking.written', { name: safe(written.name) }) : '' }
}

/** What was found, in words and rows, `written` above them; with the presses that look further, or wider. */
export function foundPart(
  words: Words,
  programme: AskingProgramme,
  answer: Answer,
  again: (looking: { readonly loosened: readonly string[]; readonly skip: number }) => AskAgain,
  written?: WrittenAnswer,
): FoundPart {
  const { question, loosened, skip, count, rows } = answer
  const next = skip + PAGE
  const further =
    next < count && next <= FARTHEST
      ? [{ title: words.say('asking.further'), ...again({ loosened, skip: next }) }]
      : []
  const wider = (['group', 'axis', 'direction', 'period', 'mine'] as const)
    .filter(filter => question[filter] !== undefined)
    .map(filter => ({
      title: words.say(`asking.loosen.${filter}`),
      ...again({ loosened: [...loosened, filter], skip: 0 }),
    }))
  return {
    answers: [
      {
        said: saidText(words, programme, answer),
        missing: missingText(words, answer),
        ...writtenPart(words, written),
        rows: rows.map(thing => thingRow(words, programme, thing)),
        looking: overflowed([...further, ...wider].slice(0, MOST_LOOKING)),
      },
    ],
  }
}

type Beside = {
  /** As it was typed. */
  readonly text: string
  /** Whether who asks may make an idea of it. */
  readonly acts: boolean
  readonly written?: WrittenAnswer | undefined
}

const button = (title: string, verb: string, data: Readonly<Record<string, unknown>> = {}) => ({
  title,
  verb,
  data,
})

/** The one card that answers a question; below it, what can be made of it. */
export function answerCard(
  words: Words,
  programme: AskingProgramme,
  answer: Answer,
  { text, acts, written }: Beside,
): AskingAnswerCard {
  const { say } = words
  const isNone = answer.rows.length === 0
  const short = text.length > QUOTED ? `${text.slice(0, QUOTED).toWellFormed()}…` : text
  const question = prefilled(text)
  return {
    template: 'asking/answer',
    data: {
      icon: ICON,
      kind: say('asking.label'),
      title: say(isNone ? 'asking.title.none' : 'asking.title'),
      quote: say('asking.quote', { text: safe(short) }),
      ...foundPart(
        words,
        programme,
        answer,
        looking => ({ verb: 'asking.ask', data: { question, ...looking } }),
        written,
      ),
      buttons: [
        ...(acts ? [button(say('asking.idea'), 'ideas.form', { text: question })] : []),
        button(say('asking.another'), 'asking.form'),
        ...(isNone ? [button(say('command.aide'), 'conversation.say', { command: 'aide' })] : []),
      ],
      footer: say(written ? 'asking.rules.written' : 'asking.rules'),
    },
  }
}

/** Asks what somebody wants to know. `name`: of the model that reads it as well. */
export function askingFormCard({ say }: Words, typed: string, name?: string): AskingFormCard {
  return {
    template: 'asking/form',
    data: {
      icon: ICON,
      kind: say('asking.label'),
      title: say('asking.form.title'),
      question: prefilled(typed),
      footer: name === undefined ? say('asking.rules') : say('asking.rules.sent', { name: safe(name) }),
    },
  }
}
