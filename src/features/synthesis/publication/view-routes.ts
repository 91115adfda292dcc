import { exact, type Shown } from '../../../kernel/personal-data/counts.ts'
import type {
  CitedIdeaView,
  PublishedListView,
  PublishedSentenceView,
  PublishedSynthesisView,
  SentenceView,
  SynthesisView,
} from '../../../tabs/contract/ideas/synthesis.ts'
import type { CountedBoard } from '../../themes/index.ts'
import type { CheckedSentence, SentenceChecks } from '../sentence/checks.ts'
import { isOn, type Sentence, SLOT, type Synthesis, sentencesOf } from '../sentence/domain.ts'
import { lowerBound, type SampleReading } from '../sentence/sample.ts'
import type { SeenDraft } from '../writing/view-usecases.ts'
import type { PublishedReading } from './published-usecases.ts'

type Parts = {
  readonly checks: Pick<SentenceChecks, 'isDoubtful'>
  /** « 12 idées », in the language in which sentences are written: the programme’s own. */
  readonly ideasInWords: (count: Shown) => string
}
type Board = Pick<CountedBoard, 'themes' | 'coverage'>

const count = (value: number): Shown => exact('ideas', value)
/** Who they are is shown to nobody. */
const objectors = (value: number): Shown => exact('shared', value)

function coverageView({ coverage }: Board, cited: Iterable<string>): SynthesisView['coverage'] {
  return {
    ideas: count(coverage.ideas),
    placed: count(coverage.placed),
    aside: count(coverage.aside),
    alone: count(coverage.alone),
    cited: count(new Set(cited).size),
  }
}

/** The checked sentences of each theme of a board, in its order, and those of none. */
function byTheme({ themes }: Board, checked: readonly CheckedSentence[]) {
  const ids = themes.map(({ id }) => id)
  const known = new Map(checked.map(each => [each.sentence.id, each]))
  const all: readonly Sentence[] = checked.map(({ sentence }) => sentence)
  const of = (theme: string | undefined) =>
    sentencesOf(all, theme, ids).flatMap(({ id }) => known.get(id) ?? [])
  return { themes: themes.map(theme => ({ theme, held: of(theme.id) })), alone: of(undefined) }
}

/** Never more than it is. */
const hundredths = (share: number) => Math.floor(100 * share)

function sampleView({ state, size, read, right, low }: SampleReading): SynthesisView['sample'] {
  const counts = { size: count(size), read: count(read), right: count(right) }
  return { state, ...counts, ...(low !== undefined && { low: hundredths(low) }) }
}

export type SynthesisViews = ReturnType<typeof synthesisViews>

/** What pages read of a synthesis. */
export function synthesisViews({ checks, ideasInWords }: Parts) {
  const filled = (text: string, ideas: number) => text.replaceAll(`{${SLOT}}`, ideasInWords(count(ideas)))

  function citedView({ sentence, visible }: CheckedSentence): readonly CitedIdeaView[] {
    const seen = new Map(visible.map(({ id, text }) => [id, text]))
    return sentence.ideas.map(id => ({ id, text: seen.get(id) ?? '', gone: !seen.has(id) }))
  }

  function sentenceView(
    checked: CheckedSentence,
    ideas: number,
    { names, objections }: Pick<SeenDraft, 'names' | 'objections'>,
  ): SentenceView {
    const { id, theme, text, model, decision, decidedBy } = checked.sentence
    const by = decidedBy === undefined ? undefined : names.get(decidedBy)
    return {
      id,
      ...(theme !== undefined && { theme }),
      text,
      filled: filled(text, ideas),
      ideas: citedView(checked),
      byModel: model !== undefined,
      doubtful: checks.isDoubtful(checked),
      decision,
      ...(by !== undefined && { decidedBy: by }),
      contested: objectors(isOn(checked.sentence) ? objections.unanswered(checked.sentence) : 0),
      faults: checked.faults,
    }
  }

  function publishedSentence(
    checked: CheckedSentence,
    ideas: number,
    { objections }: PublishedReading,
    reader: string,
  ): PublishedSentenceView {
    const { sentence, visible } = checked
    return {
      id: sentence.id,
      text: filled(sentence.text, ideas),
      ideas: visible.map(({ id, text }) => ({ id, text })),
      byModel: sentence.model !== undefined,
      contested: objections.isContested(sentence),
      lessIdeas: visible.length < sentence.cited,
      mine: visible.filter(({ author }) => author === reader).map(({ id }) => id),
      objected: objections.isObjectedBy(sentence, reader),
    }
  }

  return {
    draft(seen: SeenDraft): SynthesisView {
      const { board, sentences, names, model, sample, blocked, published, differs } = seen
      const { themes, alone } = byTheme(board, sentences)
      const on = sentences.filter(({ sentence }) => isOn(sentence))
      const out = published?.published
      return {
        axis: board.axis,
        themes: themes.map(({ theme, held }) => ({
          id: theme.id,
          title: theme.title,
          count: count(theme.count),
          pro: count(theme.pro),
          con: count(theme.con),
          sentences: held.map(each => sentenceView(each, theme.count, seen)),
        })),
        alone: {
          count: count(board.coverage.alone),
          sentences: alone.map(each => sentenceView(each, board.coverage.alone, seen)),
        },
        coverage: coverageView(
          board,
          on.flatMap(({ visible }) => visible.map(({ id }) => id)),
        ),
        sample: sampleView(sample),
        ...(model !== undefined && { model }),
        blocked,
        undecided: count(on.filter(({ sentence }) => sentence.decision === 'undecided').length),
        ...(out && { published: { at: out.at, by: names.get(out.by) ?? '', differs } }),
      }
    },

    published(reading: PublishedReading, reader: string): PublishedSynthesisView {
      const { board, synthesis, sentences, by } = reading
      const { themes, alone } = byTheme(board, sentences)
      const model = sentences.find(({ sentence }) => sentence.model !== undefined)?.sentence.model
      const agreement = synthesis.published?.agreement
      return {
        axis: board.axis,
        at: synthesis.published?.at ?? synthesis.changedAt,
        by,
        ...(model !== undefined && { model }),
        themes: themes.map(({ theme, held }) => ({
          title: theme.title,
          count: count(theme.count),
          pro: count(theme.pro),
          con: count(theme.con),
          sentences: held.map(each => publishedSentence(each, theme.count, reading, reader)),
        })),
        alone: {
          count: count(board.coverage.alone),
          sentences: alone.map(each => publishedSentence(each, board.coverage.alone, reading, reader)),
        },
        coverage: coverageView(
          board,
          sentences.flatMap(({ visible }) => visible.map(({ id }) => id)),
        ),
        ...(agreement && {
          agreement: {
            read: count(agreement.read),
            right: count(agreement.right),
            low: hundredths(lowerBound(agreement)),
          },
        }),
      }
    },

    list: (found: readonly Synthesis[]): PublishedListView => ({
      items: found.map(({ axis, changedAt, published }) => ({
        axis,
        at: published?.at ?? changedAt,
        ideas: count(published?.ideas ?? 0),
      })),
    }),
  }
}
