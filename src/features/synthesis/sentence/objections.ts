import { digestOf } from '../../../kernel/crypto/signature.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { Sentence } from './domain.ts'

/**
 * An author of a cited idea does not recognise what they said. Days are `YYYY-MM-DD`: it shows from the day after `saidOn` to
 * `endedOn`, whichever idea is theirs, so that nobody learns at what hour somebody was there.
 */
export type Objection = {
  /** The sentence that is being written, which the published one is a copy of. */
  readonly sentence: string
  readonly person: string
  /** Digest of the words objected to: of others it says nothing. */
  readonly wording: string
  readonly saidOn: string
  /** Absent: it stands. */
  readonly endedOn?: string
}

/** Who objects to which words. */
type Said = Pick<Objection, 'sentence' | 'person' | 'wording'>

/** Letters of the digest: enough to tell the wordings of one sentence apart. */
const DIGEST = 22

export function wordingOf(text: string): string {
  return digestOf(Buffer.from(text), '').slice(0, DIGEST)
}

/** Whether it is shown, to everybody, on `today`. */
export function isShown({ saidOn, endedOn }: Objection, today: string): boolean {
  return saidOn < today && (endedOn === undefined || endedOn >= today)
}

/** Whether its author stands by it. */
export function stands(objection: Objection | undefined, wording: string): objection is Objection {
  return objection?.endedOn === undefined && objection?.wording === wording
}

/**
 * What is kept once its author says so on `today`. `former`: what was kept of the same sentence. Taken back today, it is as if
 * that had not been.
 */
export function saying(former: Objection | undefined, said: Said, today: string): Objection {
  const isShownStill = former?.wording === said.wording && isShown(former, today)
  return { ...said, saidOn: isShownStill || stands(former, said.wording) ? former.saidOn : today }
}

/** What is kept once its author takes it back on `today`; undefined: nothing, since nobody was shown it. */
export function takingBack(former: Objection, today: string): Objection | undefined {
  return former.saidOn === today ? undefined : { ...former, endedOn: today }
}

export type Objections = ReturnType<typeof objectionsOn>

/** What the objections on an axis say of its sentences on `today`. */
export function objectionsOn(held: readonly Objection[], today: string, zone: string) {
  const bySentence = Map.groupBy(held, ({ sentence }) => sentence)
  const of = (id: string, { text }: Pick<Sentence, 'text'>) =>
    (bySentence.get(id) ?? []).filter(({ wording }) => wording === wordingOf(text))
  return {
    /** How many of a draft's sentence nobody has answered since by a decision. */
    unanswered(sentence: Pick<Sentence, 'id' | 'text' | 'decidedAt'>): number {
      const { decidedAt } = sentence
      const decided = decidedAt === undefined ? '' : dateIn(decidedAt, zone)
      return of(sentence.id, sentence).filter(each => isShown(each, today) && decided <= each.saidOn).length
    },

    /** Whether readers of a published sentence are told of one. */
    isContested: ({ origin = '', text }: Pick<Sentence, 'origin' | 'text'>): boolean =>
      of(origin, { text }).some(each => isShown(each, today)),

    isObjectedBy: ({ origin = '', text }: Pick<Sentence, 'origin' | 'text'>, person: string): boolean =>
      of(origin, { text }).some(each => each.person === person && each.endedOn === undefined),
  }
}
