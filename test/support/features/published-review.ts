import type { ReviewAxis } from '../../../src/features/review/domain.ts'
import type { PublishedAxis, PublishedReview } from '../../../src/features/review/publication.ts'
import { estimatedInAll, estimatedWithin, exact, share } from '../../../src/kernel/personal-data/counts.ts'
import { programme } from '../programme/programme.ts'

const AT = Date.parse('2026-11-30T09:00:00Z')
const WORDS =
  'Les agents des lycées ont surtout parlé du temps passé entre deux tâches et de ce qui se perd d’un service à l’autre. Des idées reviennent dans plusieurs Directions : dire plus tôt ce qui change, tenir un rendez-vous régulier, garder une trace de ce qui a marché.'
const LEARNT =
  'Une réponse courte et rapide vaut mieux qu’une réponse complète trois mois plus tard. Les essais menés dans un seul lycée ont suffi pour décider.'

const TRIED =
  'Si nous gardons le mercredi sans réunion, alors nous finirons dans la semaine ce que nous avons promis. Arrêté : ce qui coûte n’est pas le jour, c’est le nombre de réunions où l’on vient pour écouter.'

const count = (value: number) => exact('supports', value)
const about = (value: number, whole: number) => estimatedWithin(value, whole, () => 0.3)

const NONE: Omit<ReviewAxis, 'axis'> = {
  asked: { workshops: 0, boxes: 0, ballots: 0 },
  proposed: { ideas: 0, supports: count(0) },
  answered: { answered: 0, retained: 0, waiting: 0 },
  begun: { initiatives: 0, trials: 0, promised: 0, commitments: 0 },
  learnt: { summaries: 0, generalised: 0, adjusted: 0, stopped: 0, stepsKept: 0, commitmentsKept: 0 },
}

/** Figures of the axis that stands `at` in the programme’s order. */
function figuresAt(axis: string, at: number): ReviewAxis {
  const ideas = 14 + 7 * at
  return {
    axis,
    asked: { workshops: 2 + at, boxes: 3, ballots: at % 2 },
    proposed: { ideas, supports: count(61 * (at + 1)) },
    answered: { answered: ideas - 9, retained: 5, waiting: 4 },
    begun: { initiatives: 4, trials: at, promised: 3 + at, commitments: 11 * at },
    learnt: {
      summaries: 2,
      generalised: at % 2,
      adjusted: 0,
      stopped: at > 2 ? 1 : 0,
      stepsKept: at + 1,
      commitmentsKept: 3 * at,
    },
  }
}

const TITLES = [
  'Un guichet unique pour les demandes des lycées',
  'La demi-heure du mardi, sans réunion ni courriel',
  'Des visites croisées entre Directions',
] as const

function axisAt(at: number): PublishedAxis {
  const axis = programme.axes[at]
  return {
    axis,
    figures: figuresAt(axis?.id ?? '', at),
    proposed: at === 3 ? '' : WORDS,
    learnt: at < 3 ? LEARNT : '',
    initiatives: TITLES.map((title, place) => ({
      title,
      phase: (['explore', 'create', 'test'] as const)[place] ?? 'done',
      supports: count(40 - 9 * place + at),
      directions: 7 - place,
    })),
    tried: at === 1 ? [{ text: TRIED, decision: 'stop' }] : [],
  }
}

const MONTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11].map((month, at) => ({
  month: `2026-${String(month).padStart(2, '0')}`,
  proposed: [8, 21, 34, 12, 3, 0, 17, 26, 19][at] ?? 0,
  answered: [0, 9, 22, 25, 6, 1, 8, 20, 14][at] ?? 0,
  begun: [0, 0, 3, 5, 1, 0, 2, 6, 3][at] ?? 0,
}))

/** A file as a programme under way makes it. */
export const USUAL_REVIEW: PublishedReview = {
  at: AT,
  programme,
  opening:
    'En un an, les agents de la Région ont dit ce qu’ils voudraient changer, et ont commencé à le faire. Ce bilan raconte ce qui a été demandé, ce qui est venu, ce qui a reçu une réponse, et ce que l’on en a appris.',
  followed: { ideas: 140, withNext: 121, medianDays: 9 },
  participation: {
    count: estimatedInAll(1_480, programme.headcount, () => 0.4),
    share: share(
      estimatedInAll(1_480, programme.headcount, () => 0.4),
      programme.headcount,
    ),
    week: '2026-11-23',
  },
  axes: programme.axes.map((_, at) => axisAt(at)),
  months: MONTHS,
  ballots: [
    {
      question: 'Quelles idées essayer avant l’été ?',
      kind: 'approval',
      secret: false,
      closedAt: AT - 40 * 86_400_000,
      quorum: 100,
      result: {
        voters: exact('open-ballot', 412),
        options: [
          { axis: programme.axes[0], votes: exact('open-ballot', 263) },
          { title: 'Un annuaire des compétences', axis: undefined, votes: exact('open-ballot', 198) },
          { axis: undefined, votes: exact('open-ballot', 40) },
        ],
      },
    },
    {
      question: 'Faut-il garder la demi-heure du mardi ?',
      kind: 'single',
      secret: true,
      closedAt: AT - 90 * 86_400_000,
      quorum: 0,
    },
  ],
  olderBallots: 0,
  directions: programme.directions.map(({ name, headcount }, at) => ({
    name,
    headcount,
    small: headcount < 19,
    ...(headcount >= 19 && { took: about((headcount * (at % 5)) / 9, headcount) }),
  })),
}

/** The least there may be: one workshop was held, nobody wrote a word. */
export const LEAST_REVIEW: PublishedReview = {
  ...USUAL_REVIEW,
  opening: '',
  followed: { ideas: 0, withNext: 0 },
  participation: { count: about(3, 300), share: share(about(3, 300), 300), week: '2026-11-23' },
  axes: programme.axes.map((axis, at) => ({
    axis,
    figures: { axis: axis.id, ...NONE, ...(at === 0 && { asked: { workshops: 1, boxes: 0, ballots: 0 } }) },
    proposed: '',
    learnt: '',
    initiatives: [],
    tried: [],
  })),
  months: [{ month: '2026-11', proposed: 0, answered: 0, begun: 0 }],
  ballots: [],
}
