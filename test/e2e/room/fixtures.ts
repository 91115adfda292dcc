import { exact } from '../../../src/kernel/personal-data/counts.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import type { AxisView, ProgrammeView } from '../../../src/tabs/contract/programme/programme.ts'
import type {
  RoomBallotView,
  RoomTable,
  RoomTimer,
  RoomView,
  SceneView,
} from '../../../src/tabs/contract/room/room.ts'
import type { WallIdea } from '../../../src/tabs/contract/room/wall.ts'

/** What a screen is shown, of the programme that the site runs. */
export type RoomFixture = {
  readonly scene: SceneView
  readonly timer?: RoomTimer
  readonly present?: number
  readonly title?: string
  readonly place?: string
  readonly ideas?: readonly WallIdea[]
}

const LEADS =
  'https://teams.microsoft.com/l/entity/3f0e1c/personal?context=%7B%22subEntityId%22%3A%22room%3Aw1%22%7D'
const CHECK_IN = {
  url: 'https://teams.microsoft.com/l/entity/3f0e1c/personal?context=check-in%3Aw1.7c1f',
  letters: 'KFPMTR',
}

const NAMES = [
  'Camille R.',
  'Maximilienne-Joséphine D.',
  'Ahmed B.',
  'Inès L.',
  'Jean-Christophe P.',
  'Owen T.',
  'Nadia K.',
  'Anne-Sophie V.',
  'Karim S.',
  'Hélène M.',
  'Bénédicte O.',
  'Zoé A.',
]

/** `count` tables of six people each; of some, a few only show their name. */
export function tables(count: number): readonly RoomTable[] {
  return Array.from({ length: count }, (_, at) => {
    const shown = [6, 4, 5, 3][at % 4] ?? 6
    const people = Array.from({ length: shown }, (_, seat) => NAMES[(at * 5 + seat) % NAMES.length] ?? '')
    return { number: at + 1, people, others: exact('seats', 6 - shown) }
  })
}

const OPTIONS = [
  ['Une heure d’accueil sans rendez-vous, chaque semaine', 'usager', 34],
  ['Un numéro direct pour les lycées', 'territoires', 28],
  ['Une page de passation quand on change de poste', 'equipe', 17],
  ['Un parrainage pendant le premier mois', 'employeur', 8],
] as const

const LONG = [
  'Tenir une permanence itinérante dans chacun des treize départements, un jeudi sur deux, avec les élus, les lycées et les associations locales',
  'Récrire avec des usagers les quarante courriers les plus envoyés, en commençant par ceux qui font téléphoner le plus souvent les familles',
]

export function ballot(change: Partial<RoomBallotView> & { readonly at: number }): RoomBallotView {
  const { at, ...rest } = change
  return {
    id: 'b1',
    question: 'Laquelle de ces idées essayons-nous dès la rentrée\u202F?',
    kind: 'single',
    secret: false,
    closesAt: at + 12 * MINUTE,
    options: OPTIONS.map(([title, axis, total]) => ({ title, axis, total: exact('open-ballot', total) })),
    votes: exact('open-ballot', 87),
    ...rest,
  }
}

const TEXTS = [
  ['Que chaque courrier type soit relu par deux usagers avant d’être envoyé.', 'usager'],
  ['Un numéro direct pour les lycées.', 'territoires'],
  ['Une page de passation quand on change de poste, toujours la même.', 'equipe'],
  ['Une tournée des services pour qui arrive, le premier mois.', 'employeur'],
  ['Dire pourquoi quand une demande est refusée.', 'usager'],
  [
    'Des permanences dans les maisons de la Région, un jeudi sur deux, avec les élus et les associations du lieu.',
    'territoires',
  ],
  ['Un café des nouveaux, sans encadrement.', 'employeur'],
  ['Partager les agendas entre Directions avant de poser une réunion.', 'equipe'],
  ['Un vélo de service dans chaque site.', 'transitions'],
  ['Ne plus imprimer les convocations.', 'transitions'],
  ['Former les équipes de cuisine au compostage.', 'transitions'],
  [
    'Anticonstitutionnellement long\u00A0: que l’on puisse déposer un dossier, une pièce, une question et une réponse au même endroit, depuis un téléphone, sans recopier ce que l’administration sait déjà, et suivre où il en est sans appeler personne, ni attendre un courrier qui se croise.',
    'usager',
  ],
] as const

/** `count` ideas, the last one the newest. */
export function ideas(count: number, at: number, only?: string): readonly WallIdea[] {
  const texts = TEXTS.filter(([, axis]) => only === undefined || axis === only)
  return Array.from({ length: count }, (_, n) => {
    const [text = '', axis = ''] = texts[n % texts.length] ?? []
    const round = Math.floor(n / texts.length)
    return {
      id: `i${n}`,
      text: round === 0 ? text : `${text} (${round})`,
      axis,
      at: at - (count - n) * 1000,
      supports: exact('supports', n % 3 === 0 ? n % 17 : 0),
      table: String((n % 24) + 1),
    }
  })
}

/** Seven that say the same, in their own words. */
export function alike(at: number): readonly WallIdea[] {
  return Array.from({ length: 7 }, (_, n) => ({
    id: `a${n}`,
    text: n === 0 ? 'Un numéro direct pour les lycées.' : `Donner un numéro direct aux lycées, ${n}.`,
    axis: 'territoires',
    at: at - n * 60_000,
    supports: exact('supports', 0),
    group: 'a0',
  }))
}

export const SCENES: Readonly<Record<string, (at: number) => RoomFixture>> = {
  'welcome-first': at => ({
    scene: { kind: 'welcome', checkIn: { ...CHECK_IN, turnsAt: at + HOUR } },
    present: 0,
  }),
  welcome: at => ({
    scene: {
      kind: 'welcome',
      words: 'Café jusqu’à 9 h 30, au fond de la salle.',
      checkIn: { ...CHECK_IN, turnsAt: at + HOUR },
    },
    present: 87,
  }),
  'welcome-long': at => ({
    scene: { kind: 'welcome', checkIn: { ...CHECK_IN, turnsAt: at + HOUR } },
    title:
      'Accompagner les transitions professionnelles et environnementales\u00A0: journée interdépartementale de coconstruction des engagements de la Région',
    place: 'Hôtel de Région, salle Dominique-Baudis, 22 boulevard du Maréchal-Juin, Toulouse',
    present: 1240,
  }),
  'welcome-closed': () => ({ scene: { kind: 'welcome' }, present: 132 }),
  tables: () => ({ scene: { kind: 'tables', names: true, tables: tables(24) } }),
  'tables-few': () => ({ scene: { kind: 'tables', names: true, tables: tables(2) } }),
  'tables-numbers': () => ({
    scene: {
      kind: 'tables',
      names: false,
      tables: tables(24).map(({ number }) => ({ number, people: [], others: exact('seats', 6) })),
    },
  }),
  question: at => ({
    scene: {
      kind: 'question',
      text: 'Qu’est-ce qui rendrait une démarche plus simple pour qui vient nous voir\u202F?',
      axis: 'usager',
    },
    timer: { endsAt: at + 8 * MINUTE + 12_000, total: 10 * MINUTE },
  }),
  'question-long': () => ({
    scene: {
      kind: 'question',
      text: 'À partir de ce que vous avez vu ce matin dans les services, dans les lycées et auprès des habitants, quelle est la première chose que vous changeriez dans votre façon de travailler, que vous pouvez commencer dès lundi prochain, et dont on verra le résultat avant la fin du trimestre\u202F?',
      axis: 'employeur',
    },
  }),
  wall: at => ({
    scene: { kind: 'wall', frozen: false, reviewed: false },
    ideas: [...ideas(40, at), ...alike(at)],
    timer: { endsAt: at + 40_000, total: 10 * MINUTE },
  }),
  'wall-axis': at => ({
    scene: {
      kind: 'wall',
      axis: 'usager',
      frozen: false,
      reviewed: true,
      question: 'Qu’est-ce qui rendrait une démarche plus simple\u202F?',
    },
    ideas: ideas(12, at, 'usager'),
  }),
  'wall-two': at => ({
    scene: { kind: 'wall', frozen: true, reviewed: false },
    ideas: ideas(12, at).filter(({ axis }) => axis === 'usager' || axis === 'equipe'),
  }),
  'wall-empty': () => ({ scene: { kind: 'wall', frozen: false, reviewed: false }, ideas: [] }),
  'wall-hard': at => ({
    scene: { kind: 'wall', frozen: false, reviewed: false },
    ideas: [
      { id: 'e1', text: '🎉'.repeat(140), axis: 'equipe', at, supports: exact('supports', 3) },
      {
        id: 'e2',
        text: '\u202Eשלום عالم '.repeat(12).trim(),
        axis: 'usager',
        at: at - 1,
        supports: exact('supports', 0),
      },
      {
        id: 'e3',
        text: 'm'.repeat(280),
        axis: 'territoires',
        at: at - 2,
        supports: exact('supports', 0),
        table: '12',
      },
      { id: 'e4', text: 'Oui.', at: at - 3, supports: exact('supports', 0) },
    ],
  }),
  timer: at => ({
    scene: { kind: 'timer', words: 'À trois, racontez une démarche qui s’est bien passée.' },
    timer: { endsAt: at + 12 * MINUTE + 5_000, total: 15 * MINUTE },
  }),
  'timer-last': at => ({
    scene: { kind: 'timer', words: 'Choisissez une seule idée par table.' },
    timer: { endsAt: at + 42_000, total: 15 * MINUTE },
  }),
  'timer-ended': at => ({
    scene: { kind: 'timer', words: 'Choisissez une seule idée par table.' },
    timer: { endsAt: at - 1_000, total: 15 * MINUTE, ended: true },
  }),
  vote: at => ({ scene: { kind: 'vote', ballot: ballot({ at }) } }),
  'vote-received': at => ({
    scene: {
      kind: 'vote',
      ballot: ballot({
        at,
        kind: 'dots',
        secret: true,
        options: OPTIONS.map(([title]) => ({ title })),
      }),
    },
    timer: { endsAt: at + 3 * MINUTE, total: 5 * MINUTE },
  }),
  'vote-long': at => ({
    scene: {
      kind: 'vote',
      ballot: ballot({
        at,
        kind: 'approval',
        options: Array.from({ length: 8 }, (_, n) => ({
          title: LONG[n % 2] ?? '',
          total: exact('open-ballot', 9 * (8 - n)),
        })),
      }),
    },
  }),
  result: at => ({
    scene: {
      kind: 'result',
      ballot: ballot({ at, closed: true }),
      winners: [0],
      sequel: {
        sentence:
          'La Direction de la relation aux usagers dit d’ici au 15 juin où et quand l’essai commence.',
      },
    },
  }),
  'result-tied': at => ({
    scene: {
      kind: 'result',
      ballot: ballot({
        at,
        closed: true,
        kind: 'dots',
        options: OPTIONS.map(([title, , total], n) => ({
          title,
          total: exact('open-ballot', n < 2 ? 31 : total),
        })),
      }),
      winners: [0, 1],
    },
  }),
  next: at => ({
    scene: {
      kind: 'next',
      steps: [
        { sentence: 'L’accueil sans rendez-vous est essayé à Montauban et à Foix.', until: at + 30 * DAY },
        { sentence: 'Le numéro direct est ouvert pour trois lycées.', until: at + 60 * DAY },
        { sentence: 'Le bilan de la journée est publié dans votre canal.', kept: true },
      ],
    },
  }),
  'next-none': () => ({ scene: { kind: 'next', steps: [] } }),
  pause: at => ({
    scene: { kind: 'pause', until: at + 20 * MINUTE, words: 'Le café est au fond de la salle.' },
  }),
  gone: () => ({ scene: { kind: 'gone', was: 'vote' } }),
}

/** As `GET /screen/room` answers. */
export function roomView(
  {
    scene,
    timer,
    present = 87,
    title = 'Soigner les arrivées',
    place = 'Hôtel de Région, Toulouse',
  }: RoomFixture,
  { zone, language, axes }: Pick<ProgrammeView, 'zone' | 'language'> & { readonly axes: readonly AxisView[] },
  at: number,
): RoomView {
  return {
    version: 1,
    at,
    programme: { language, zone, axes },
    workshop: {
      id: 'w1',
      title,
      place,
      startsAt: at + 30 * MINUTE,
      endsAt: at + 7 * HOUR,
      axes: axes.map(({ id }) => id),
    },
    scene,
    ...(timer && { timer }),
    present: exact('present', present),
    join: { url: LEADS },
  }
}
