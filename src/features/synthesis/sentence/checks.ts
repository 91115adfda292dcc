import { digestOf } from '../../../kernel/crypto/signature.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { cleanLine } from '../../../kernel/text/text.ts'
import type { GroundingUsecases } from '../../grounding/index.ts'
import { hasSlot, isOn, type Sentence, SLOT, SLOTS } from './domain.ts'
import type { VisibleIdea } from './rows.ts'

type Parts = { readonly grounding: Pick<GroundingUsecases, 'faultsOf' | 'isDoubtful'> }
type Ideas = ReadonlyMap<string, VisibleIdea>

/** A sentence held against what its ideas say now. */
export type CheckedSentence = {
  readonly sentence: Sentence
  /** Of those it cites, the ones that everybody sees. */
  readonly visible: readonly VisibleIdea[]
  /** Why it does not stand, by code. */
  readonly faults: readonly string[]
}

type Found = { readonly faults: readonly string[]; readonly doubtful: boolean }

/** Ten axes of a hundred sentences, being written and published. */
const MOST_FOUND = 2_000

/** A typed wording that stands. */
export type StandingText = { readonly text: string; readonly ideas: readonly string[] }

export type SentenceChecks = ReturnType<typeof sentenceChecks>

/** The same checks for a person’s sentence and a model’s: as it comes in, at each reading, and at publication. */
export function sentenceChecks({ grounding }: Parts) {
  const textsOf = (ideas: readonly VisibleIdea[]) => ideas.map(({ text }) => text)
  /** What was found last of some texts, by a digest of them: pages read the same ones again and again. */
  const found = new Map<string, Found>()

  function findingOf(text: string, visible: readonly VisibleIdea[]): Found {
    const texts = textsOf(visible)
    const key = digestOf(Buffer.from(JSON.stringify([text, ...texts])), 'checks')
    const known = found.get(key)
    if (known) return known
    if (found.size >= MOST_FOUND) found.clear()
    const finding = {
      faults: grounding.faultsOf(text, texts, { slots: SLOTS }),
      doubtful: grounding.isDoubtful(text, texts, SLOTS),
    }
    found.set(key, finding)
    return finding
  }

  function faultsOf(
    sentence: Sentence,
    visible: readonly VisibleIdea[],
    onBoard: boolean,
  ): readonly string[] {
    if (visible.length === 0) return ['sentence-idea']
    const lacks = visible.length < Math.max(sentence.cited, sentence.ideas.length)
    // A number of ideas is that of its theme.
    const lost = hasSlot(sentence.text) && sentence.theme !== undefined && !onBoard
    return [
      ...(lacks ? ['sentence-idea'] : []),
      ...(lost ? ['sentence-theme'] : []),
      ...findingOf(sentence.text, visible).faults,
    ]
  }

  function checked(sentence: Sentence, ideas: Ideas, themes: readonly string[]): CheckedSentence {
    const visible = sentence.ideas.flatMap(id => ideas.get(id) ?? [])
    const onBoard = sentence.theme !== undefined && themes.includes(sentence.theme)
    // What was removed is looked at again once it is taken back.
    return { sentence, visible, faults: isOn(sentence) ? faultsOf(sentence, visible, onBoard) : [] }
  }

  return {
    checked,

    /** Whether readers are shown it: an idea less does not take what the others bear. */
    holds: ({ visible, faults }: CheckedSentence): boolean =>
      visible.length > 0 && faults.every(fault => fault === 'sentence-idea'),

    /** Whether it shares hardly a word with its ideas. */
    isDoubtful: ({ sentence, visible }: CheckedSentence): boolean =>
      isOn(sentence) && visible.length > 0 && findingOf(sentence.text, visible).doubtful,

    /**
     * What somebody typed, cleaned, each idea once. `ideas`: those of the axis that everybody sees.
     * @throws Refusal `empty-text`, `sentence-ideas`, `sentence-idea`, and what grounding names
     */
    standing(typed: string, cited: readonly string[], ideas: Ideas): StandingText {
      const text = cleanLine(typed)
      if (text === '') throw new Refusal('empty-text')
      const ids = [...new Set(cited)]
      const known = ids.flatMap(id => ideas.get(id) ?? [])
      const [fault] = grounding.faultsOf(text, textsOf(known), { slots: SLOTS })
      if (ids.length === 0) throw new Refusal('sentence-ideas')
      if (known.length < ids.length) throw new Refusal('sentence-idea')
      if (fault !== undefined) throw new Refusal(fault, { slot: `{${SLOT}}` })
      return { text, ideas: ids }
    },
  }
}
