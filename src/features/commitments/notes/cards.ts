import type { ButtonsPart, FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText, SafeText } from '../../../kernel/text/card.ts'
import { button, type CommitmentAxes, headerOf, noteButton } from '../commitment/cards.ts'
import type { Commitment, CommitmentNote } from '../commitment/domain.ts'

type FormData = HeaderPart &
  TitlePart &
  FooterPart & {
    readonly id: string
    readonly label: string
    readonly text: PlainText
    readonly nonce: string
  }
type NotesData = HeaderPart &
  TitlePart &
  ButtonsPart &
  FooterPart & { readonly notes: readonly { readonly on: string; readonly text: SafeText }[] }

export type NoteFormCard = CardOf<'commitments/notes/form', FormData>
export type NotesCard = CardOf<'commitments/notes/list', NotesData>

/** Form for a note on progress, or on what one keeps of it once it is let go. `text`: what was typed before. */
export function noteFormCard(
  words: Words,
  axes: CommitmentAxes,
  commitment: Commitment,
  { nonce, text = '' }: { readonly nonce: string; readonly text?: string },
): NoteFormCard {
  const label = words.say(commitment.state === 'let-go' ? 'commit.note.learnt' : 'commit.note.text')
  const data = {
    ...headerOf(words, axes, commitment),
    title: safe(commitment.text),
    id: commitment.id,
    label,
    text: prefilled(text),
    nonce,
    footer: words.say(commitment.state === 'taken' ? 'commit.note.rules.taken' : 'commit.note.rules'),
  }
  return { template: 'commitments/notes/form', data }
}

/** A page of one's notes, newest first. */
export function notesCard(
  words: Words,
  axes: CommitmentAxes,
  commitment: Commitment,
  { items, next }: { readonly items: readonly CommitmentNote[]; readonly next?: string },
): NotesCard {
  const { id } = commitment
  const older = { commitment: id, after: next ?? '' }
  const data = {
    ...headerOf(words, axes, commitment),
    title: safe(commitment.text),
    notes: items.map(({ text, at }) => ({ on: words.day(at), text: safe(text) })),
    buttons: [
      ...(next === undefined ? [] : [button(words.say('commit.list.more'), 'commitments.notes', older)]),
      noteButton(words, commitment),
      button(words.say('commit.back'), 'commitments.show', { commitment: id }),
    ],
    footer: words.say('commit.note.rules'),
  }
  return { template: 'commitments/notes/list', data }
}
