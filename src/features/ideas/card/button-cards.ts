import { overflowed } from '../../../cards/overflow.ts'
import type { ActsPart, ButtonsPart, FootPart } from '../../../cards/parts.ts'
import { plain } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Idea, IdeaNamed, IdeaSeen } from '../idea/domain.ts'
import type { ModerationQueue } from '../idea/hiding.ts'
import { stepsFrom } from '../idea/state.ts'

export type IdeaButton = ButtonsPart['buttons'][number]
export type IdeaModedButton = ActsPart['buttons'][number]

/** Limit of Teams. */
const MOST_BUTTONS = 6
/** Acts of a message on an idea, besides « Voir l’idée ». */
const IN_MESSAGE = 2
/** Buttons before the overflow menu: on a phone each takes a line, and an author has many. */
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

/** « Commentaires »: without a count, which would go out of date on a card that many read. */
export function commentsOn(words: Words, idea: string): IdeaButton {
  return button(words.say('comment.list'), 'ideas.comments', { idea })
}

export function readComments(words: Words, { id, comments }: Idea): IdeaButton[] {
  return comments === 0 ? [] : [commentsOn(words, id)]
}

export function seeThread(words: Words, idea: string): IdeaButton {
  return button(words.say('thread.open'), 'ideas.thread', { idea })
}

/** Opens the ideas merged into this one. */
export function seeJoined(words: Words, { id, joined }: IdeaNamed): IdeaButton[] {
  return joined ? [button(words.say('idea.joined.see'), 'ideas.joined', { idea: id })] : []
}

export function report(words: Words, idea: string): IdeaButton {
  return button(words.say('idea.report'), 'ideas.report-form', { idea })
}

/** Opens another idea, where this one can still be merged with it. */
export function join(words: Words, { id, state }: Idea): IdeaButton[] {
  if (state === 'initiative' || state === 'aside') return []
  return [button(words.say('idea.merge.close'), 'ideas.merge-form', { idea: id })]
}

/** Organisers' button on every idea, always last. */
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

/** Undo of a pending decision or answer, for who may undo it. */
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

/** Carry a retained idea, or open the sheet of its initiative. */
export function carrying(words: Words, { id, state }: Idea): IdeaButton[] {
  if (state === 'retained')
    return [button(words.say('initiative.carry'), 'initiatives.carry', { initiative: id })]
  const see = button(words.say('initiative.see'), 'initiatives.show', { initiative: id })
  return state === 'initiative' ? [see] : []
}

/** What follows of a retained idea, for who may write it. */
function following(words: Words, { id, next, mayFollow }: IdeaSeen): IdeaButton[] {
  if (!mayFollow) return []
  return [button(words.say(next ? 'step.open' : 'step.write'), 'steps.on', { kind: 'idea', id })]
}

/** Submits one more, through the same box or from the same table, unnamed if this one is. */
export function another(words: Words, { box, origin, unnamed }: Idea): IdeaButton {
  const title = words.say('idea.another')
  const kept = unnamed ? { unnamed: 'on' } : {}
  if (!origin) return button(title, 'ideas.form', { box: box ?? '', ...kept })
  const place = { workshop: origin.workshop, table: plain(origin.table ?? '') }
  return button(title, 'ideas.gather-form', { ...place, ...kept })
}

/** Removes the author's name, wherever the idea is shown. */
export function unname(
  words: Words,
  { id, namedStill }: Partial<IdeaSeen> & { readonly id: string },
): IdeaButton[] {
  return namedStill ? [button(words.say('idea.unname'), 'ideas.unname', { idea: id })] : []
}

/** An author's acts on their idea, likeliest first. */
export function actsOnMine(words: Words, idea: IdeaSeen): IdeaButton[] {
  const { id, axis, box, undoUntil, correctable } = idea
  const inCharge = [...answerButton(words, idea), ...decisions(words, idea)]
  return [
    ...takeBacks(words, idea),
    ...following(words, idea),
    ...(axis === undefined ? [button(words.say('idea.axis.set'), 'ideas.set-axis', { idea: id })] : []),
    ...(correctable ? [correctOn(words, id)] : []),
    ...carrying(words, idea),
    ...inCharge,
    // Only for minutes: in sight while it lasts.
    ...(undoUntil === undefined ? [] : [undoButton(words, id)]),
    another(words, idea),
    ...(axis === undefined ? [] : [commitTo(words, id)]),
    ...(idea.comments === 0 ? [commentOn(words, id)] : readComments(words, idea)),
    // Rare and irreversible: always in the overflow menu.
    ...unname(words, idea),
    ...seeJoined(words, idea),
    seeThread(words, id),
    seeIdeas(words, box),
  ]
}

/** The person's acts on an idea, likeliest first. */
export function actsOn(words: Words, idea: IdeaSeen): IdeaButton[] {
  const { id, box, supported, wroteJoined } = idea
  const support = wroteJoined ? [] : [supportButton(words, id, supported)]
  const inCharge = [...answerButton(words, idea), ...decisions(words, idea)]
  const first = waits(idea)
  // Four acts are for those who decide, which leaves room for two.
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
    ...following(words, idea),
    ...carrying(words, idea),
    ...(first ? inCharge : []),
    ...(supported ? [] : support),
    commitTo(words, id),
    ...(idea.comments === 0 ? [commentOn(words, id)] : readComments(words, idea)),
    ...(first ? [] : inCharge),
    ...seeJoined(words, idea),
    seeThread(words, id),
    // Withdrawing a support goes to the overflow menu: visible buttons are for next steps.
    ...(supported ? support : []),
    ...(idea.reported ? [] : [report(words, id)]),
    seeIdeas(words, box),
  ]
}

/** The last buttons of every card: an author's once the idea cannot be taken back any more. */
export function lastOn(words: Words, idea: IdeaSeen): IdeaButton[] {
  if (idea.mayModerate) return manage(words, idea)
  return idea.mine && idea.undoUntil === undefined ? join(words, idea) : []
}

/** Opens the idea's card with all its acts. */
export function seeIdea(words: Words, idea: string): IdeaButton {
  return button(words.say('idea.see'), 'ideas.show', { idea })
}

/** A message's: the two likeliest, then the idea, where all others are. */
export function ofMessage(words: Words, idea: string, buttons: readonly IdeaButton[]): IdeaButton[] {
  const others = buttons.filter(({ verb, data }) => verb !== 'ideas.show' || data.idea !== idea)
  return [...others.slice(0, IN_MESSAGE), seeIdea(words, idea)]
}

/** As many buttons as fit beside `foot`; those of `last` always. */
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
