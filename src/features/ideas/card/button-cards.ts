import { overflowed } from '../../../cards/overflow.ts'
import type { ActsPart, ButtonsPart, FootPart } from '../../../cards/parts.ts'
import { plain } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Idea, IdeaNamed, IdeaSeen } from '../idea/domain.ts'
import type { ModerationQueue } from '../idea/hiding.ts'
import { stepsFrom } from '../idea/state.ts'

export type IdeaButton = ButtonsPart['buttons'][number]
export type IdeaModedButton = ActsPart['buttons'][number]

/** Teams shows no more on a card. */
const MOST_BUTTONS = 6
/** On a phone each takes a line, and an author’s are many. */
export const IN_SIGHT_OF_MINE = 2

export function button(title: string, verb: string, data: IdeaButton['data'] = {}): IdeaButton {
  return { title, verb, data }
}

export function supportButton(words: Words, idea: string, supported: boolean, data: object = {}): IdeaButton {
  const [title, support] = supported
    ? (['idea.unsupport', 'off'] as const)
    : (['idea.support', 'on'] as const)
  return button(words.say(title), 'ideas.support', { idea, support, ...data })
}

export function undoButton(words: Words, idea: string, data: object = {}): IdeaButton {
  return button(words.say('idea.undo'), 'ideas.undo', { idea, ...data })
}

function correctOn(words: Words, idea: string): IdeaButton {
  return button(words.say('idea.correct'), 'ideas.correct-form', { idea })
}

/** `box`: only what that box received. */
export function seeIdeas(words: Words, box: string | undefined): IdeaButton {
  return button(words.say('idea.list'), 'ideas.list', { box: box ?? '' })
}

export function commitTo(words: Words, idea: string): IdeaButton {
  return button(words.say('commit.take'), 'commitments.form', { idea })
}

export function commentOn(words: Words, idea: string): IdeaButton {
  return button(words.say('comment.send'), 'ideas.comment-form', { idea })
}

/** « Commentaires »: without their number, which nobody would keep up to date where many read the card. */
export function commentsOn(words: Words, idea: string): IdeaButton {
  return button(words.say('comment.list'), 'ideas.comments', { idea })
}

export function readComments(words: Words, { id, comments }: Idea): IdeaButton[] {
  return comments === 0 ? [] : [commentsOn(words, id)]
}

export function seeThread(words: Words, idea: string): IdeaButton {
  return button(words.say('thread.open'), 'ideas.thread', { idea })
}

/** Ideas that this one stands for. */
export function seeJoined(words: Words, { id, joined }: IdeaNamed): IdeaButton[] {
  return joined ? [button(words.say('idea.joined.see'), 'ideas.joined', { idea: id })] : []
}

export function report(words: Words, idea: string): IdeaButton {
  return button(words.say('idea.report'), 'ideas.report-form', { idea })
}

/** The way to another idea, where this one may still be joined with it. */
export function join(words: Words, { id, state }: Idea): IdeaButton[] {
  if (state === 'initiative' || state === 'aside') return []
  return [button(words.say('idea.merge.close'), 'ideas.merge-form', { idea: id })]
}

/** What organisers have at hand on every idea, in the last place. */
export function manage(words: Words, { id, mayModerate }: IdeaSeen): IdeaButton[] {
  return mayModerate ? [button(words.say('idea.manage'), 'ideas.moderate', { idea: id })] : []
}

function answerButton(words: Words, { id, answer, mayAnswer }: IdeaSeen): IdeaButton[] {
  if (!mayAnswer) return []
  const title = words.say(answer ? 'idea.answer.again' : 'idea.answer')
  return [button(title, 'ideas.answer-form', { idea: id })]
}

function decisions(words: Words, idea: IdeaSeen): IdeaButton[] {
  const { id } = idea
  return stepsFrom(idea).map(step => {
    const title = words.say(`idea.decide.${step}`)
    return step === 'aside'
      ? button(title, 'ideas.aside-form', { idea: id })
      : button(title, 'ideas.decide', { idea: id, step })
  })
}

/** What was decided or answered and is told to nobody yet, by who may take it back. */
function takeBacks(words: Words, { id, untold, mayDecide, mayAnswer }: IdeaSeen): IdeaButton[] {
  const { decision, answer } = untold ?? {}
  const taking = (title: string, at: number) => button(title, 'ideas.take-back', { idea: id, at })
  return [
    ...(decision && mayDecide ? [taking(words.say('idea.take-back.decision'), decision.at)] : []),
    ...(answer && mayAnswer ? [taking(words.say('idea.take-back.answer'), answer.at)] : []),
  ]
}

/** Whether it waits for those who answer for its Direction. */
function waits({ state }: Idea): boolean {
  return state === 'received' || state === 'studied'
}

/** Somebody may carry a retained idea; one that is carried has a sheet. */
export function carrying(words: Words, { id, state }: Idea): IdeaButton[] {
  if (state === 'retained')
    return [button(words.say('initiative.carry'), 'initiatives.carry', { initiative: id })]
  const see = button(words.say('initiative.see'), 'initiatives.show', { initiative: id })
  return state === 'initiative' ? [see] : []
}

/** One more, through the same box or from the same table, and no more named than this one. */
export function another(words: Words, { box, origin, unnamed }: Idea): IdeaButton {
  const title = words.say('idea.another')
  const kept = unnamed ? { unnamed: 'on' } : {}
  if (!origin) return button(title, 'ideas.form', { box: box ?? '', ...kept })
  const place = { workshop: origin.workshop, table: plain(origin.table ?? '') }
  return button(title, 'ideas.gather-form', { ...place, ...kept })
}

/** An author's name can be taken off wherever the idea stands. */
export function unname(
  words: Words,
  { id, namedStill }: Partial<IdeaSeen> & { readonly id: string },
): IdeaButton[] {
  return namedStill ? [button(words.say('idea.unname'), 'ideas.unname', { idea: id })] : []
}

/** What an author may do with their idea, likeliest first. */
export function actsOnMine(words: Words, idea: IdeaSeen): IdeaButton[] {
  const { id, axis, box, undoUntil, correctable } = idea
  const inCharge = [...answerButton(words, idea), ...decisions(words, idea)]
  return [
    ...takeBacks(words, idea),
    ...(axis === undefined ? [button(words.say('idea.axis.set'), 'ideas.set-axis', { idea: id })] : []),
    ...(correctable ? [correctOn(words, id)] : []),
    ...carrying(words, idea),
    ...inCharge,
    another(words, idea),
    ...(axis === undefined ? [] : [commitTo(words, id)]),
    ...(undoUntil === undefined ? [] : [undoButton(words, id)]),
    ...(idea.comments === 0 ? [commentOn(words, id)] : readComments(words, idea)),
    // Seldom wanted, and for good: never among those in sight, such as under good news.
    ...unname(words, idea),
    ...seeJoined(words, idea),
    seeThread(words, id),
    seeIdeas(words, box),
  ]
}

/** What the person may do with an idea, likeliest first. */
export function actsOn(words: Words, idea: IdeaSeen): IdeaButton[] {
  const { id, box, supported, wroteJoined } = idea
  const support = wroteJoined ? [] : [supportButton(words, id, supported)]
  const inCharge = [...answerButton(words, idea), ...decisions(words, idea)]
  const first = waits(idea)
  // Four acts are for those who decide: two are left.
  if (first && idea.mayDecide) {
    return [
      ...takeBacks(words, idea),
      ...inCharge,
      ...support,
      ...(idea.comments === 0 ? [seeThread(words, id)] : readComments(words, idea)),
    ]
  }
  return [
    ...takeBacks(words, idea),
    ...carrying(words, idea),
    ...(first ? inCharge : []),
    ...(supported ? [] : support),
    commitTo(words, id),
    ...(idea.comments === 0 ? [commentOn(words, id)] : readComments(words, idea)),
    ...(first ? [] : inCharge),
    ...seeJoined(words, idea),
    seeThread(words, id),
    // Taken back out of sight: what stands in front is what one may do next.
    ...(supported ? support : []),
    ...(idea.reported ? [] : [report(words, id)]),
    seeIdeas(words, box),
  ]
}

/** What is at hand in the last place whatever else there is: an author's once the idea cannot be taken back any more. */
export function lastOn(words: Words, idea: IdeaSeen, foot: FootPart['foot']): IdeaButton[] {
  if (idea.mayModerate) return manage(words, idea)
  return idea.mine && idea.undoUntil === undefined && foot.length === 0 ? join(words, idea) : []
}

/** As many as the card has room for beside `foot`, `last` among them whatever there is. */
export function arranged(
  buttons: readonly IdeaButton[],
  foot: FootPart['foot'] = [],
  last: readonly IdeaButton[] = [],
  inSight?: number,
): IdeaModedButton[] {
  const room = MOST_BUTTONS - foot.length - last.length
  return overflowed([...buttons.slice(0, room), ...last], inSight)
}

export function queueButton(words: Words, queue: ModerationQueue): IdeaButton {
  return button(words.say(`idea.queue.${queue}`), `ideas.${queue}`)
}

export function unmerge(words: Words, idea: string): IdeaButton {
  return button(words.say('idea.unmerge'), 'ideas.undo-merge', { idea })
}
