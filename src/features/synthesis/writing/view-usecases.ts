import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { GroundingUsecases } from '../../grounding/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { BoardUsecases, CountedBoard } from '../../themes/index.ts'
import type { CheckedSentence, SentenceChecks } from '../sentence/checks.ts'
import {
  contentOf,
  isDecided,
  isOn,
  type Obstacle,
  type Sentence,
  SYNTHESIS_PERMISSIONS,
  type Synthesis,
} from '../sentence/domain.ts'
import type { ObjectionUsecases } from '../sentence/objection-usecases.ts'
import type { Objections } from '../sentence/objections.ts'
import type { CitedIdeaStore, SentenceStore, SynthesisStore } from '../sentence/rows.ts'
import { type SampleReading, sampleObstacle } from '../sentence/sample.ts'
import type { SampleUsecases } from '../sentence/sample-usecases.ts'

type Parts = {
  readonly syntheses: (tx: Tx) => Pick<SynthesisStore, 'find'>
  readonly sentences: (tx: Tx) => Pick<SentenceStore, 'of'>
  readonly cited: (tx: Tx) => Pick<CitedIdeaStore, 'citedIn'>
  readonly objections: Pick<ObjectionUsecases, 'on'>
  readonly checks: SentenceChecks
  readonly boards: Pick<BoardUsecases, 'counted' | 'axisOf'>
  readonly people: Pick<PeopleUsecases, 'names'>
  readonly grounding: Pick<GroundingUsecases, 'isOn' | 'name'>
  readonly samples: Pick<SampleUsecases, 'reading'>
  readonly read: Transact
}

/** What is being written on an axis, held against what its ideas say now. */
export type DraftReading = {
  readonly board: CountedBoard
  readonly sentences: readonly CheckedSentence[]
  /** How far people have read what words have placed. */
  readonly sample: SampleReading
  readonly objections: Objections
  /** Why it cannot be published yet, each once. */
  readonly blocked: readonly Obstacle[]
  readonly published?: Synthesis
  /** Whether readers would read something else than what is published. */
  readonly differs: boolean
}

export type SeenDraft = DraftReading & {
  readonly names: ReadonlyMap<string, string>
  /** The model’s name; absent where none helps. */
  readonly model?: string
}

export type ViewUsecases = ReturnType<typeof viewUsecases>

function obstaclesOf(
  sentences: readonly CheckedSentence[],
  { unanswered }: Objections,
  sample: SampleReading,
): readonly Obstacle[] {
  const on = sentences.filter(({ sentence }) => isOn(sentence))
  const found: readonly (readonly [Obstacle, boolean])[] = [
    ['no-sentence', !on.some(({ sentence }) => isDecided(sentence))],
    ['undecided', on.some(({ sentence }) => !isDecided(sentence))],
    ['faulty', on.some(({ faults }) => faults.length > 0)],
    ['contested', on.some(({ sentence }) => unanswered(sentence) > 0)],
  ]
  const ofSample = sampleObstacle(sample)
  const standing = found.filter(([, stands]) => stands).map(([obstacle]) => obstacle)
  return ofSample ? [...standing, ofSample] : standing
}

/** The draft of an axis as organisers see it. */
export function viewUsecases(parts: Parts) {
  const { syntheses, sentences, cited, objections, checks, boards, people, grounding, samples, read } = parts

  async function heldOf(tx: Tx, synthesis: Synthesis | undefined): Promise<readonly Sentence[]> {
    return synthesis ? sentences(tx).of(synthesis.id) : []
  }

  /** Where nothing was begun it is what is published, which the first act copies. */
  async function reading(tx: Tx, axis: string): Promise<DraftReading> {
    const board = await boards.counted(tx, axis)
    const themes = board.themes.map(({ id }) => id)
    const published = await syntheses(tx).find(axis, 'published')
    const draft = (await syntheses(tx).find(axis, 'draft')) ?? published
    const ideas = draft ? await cited(tx).citedIn(draft.id, axis) : new Map()
    const held = await heldOf(tx, draft)
    const checked = held.map(sentence => checks.checked(sentence, ideas, themes))
    const sample = await samples.reading(tx, board)
    const objected = await objections.on(tx, axis)
    const out = draft === published ? held : await heldOf(tx, published)
    return {
      board,
      sentences: checked,
      sample,
      objections: objected,
      blocked: obstaclesOf(checked, objected, sample),
      ...(published && { published }),
      differs: contentOf(held.filter(isOn), themes) !== contentOf(out, themes),
    }
  }

  return {
    reading,

    /** @throws Refusal `role-needed`, `gone` */
    async draft(actor: Actor, wanted?: string): Promise<SeenDraft> {
      permit(SYNTHESIS_PERMISSIONS.read, actor.role)
      const axis = boards.axisOf(wanted)
      const found = await read(tx => reading(tx, axis))
      // Observers read no name of who acts, but for that which everybody reads.
      const named = actor.role === 'organiser' ? found.sentences : []
      const ids = named.flatMap(({ sentence }) => sentence.decidedBy ?? [])
      const names = await people.names([...new Set([...ids, found.published?.published?.by ?? ''])])
      const model = (await grounding.isOn('themes')) ? grounding.name : undefined
      return { ...found, names, ...(model !== undefined && { model }) }
    },
  }
}
