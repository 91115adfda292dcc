import {
  goneCard,
  type InitiativeSheetCard,
  postedCard,
  sheetCard,
} from '../../../../src/features/initiatives/initiative/cards.ts'
import type { SheetSeen, SheetTrial } from '../../../../src/features/initiatives/initiative/domain.ts'
import {
  type InspireCard,
  inspireForm,
  type SheetFormCard,
  sheetForm,
} from '../../../../src/features/initiatives/initiative/form-cards.ts'
import {
  type LinksCard,
  linksCard,
  type ReadingCard,
  readingCard,
} from '../../../../src/features/initiatives/initiative/reading-cards.ts'
import { newsText } from '../../../../src/features/initiatives/notifications/cards.ts'
import { foot } from '../../../../src/features/messages/index.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { cleanLine } from '../../../../src/kernel/text/text.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { ideas } from '../ideas/idea.ts'

const PROBLEM =
  'Quand quelqu’un change de poste, six mois de repères partent avec la personne : qui appeler, où sont les dossiers.'

const STEPS = [
  'initiative',
  'phase',
  'outcome',
  'released',
  'joined',
  'handed-over',
  'inspired',
  'other',
] as const

export function initiatives(said: Said) {
  const { idea } = ideas(said)
  const sheet: SheetSeen = {
    id: 'i1',
    owner: 'p2',
    ownerName: said('Karim Benali'),
    idea: { ...idea, state: 'initiative', comments: 2 },
    title: said('Le carnet de passation'),
    problem: [cleanLine(said(PROBLEM)), cleanLine(said('Les équipes recommencent à zéro.'))].join('\n'),
    story: cleanLine(said('Deux agentes de lycée y ont ajouté le format d’une page.')),
    inspiring: cleanLine(said('Une page, cinq questions, quinze minutes avec la personne qui part.')),
    outcome: '',
    phase: 'create',
    resources: [
      {
        title: cleanLine(said('Le modèle d’une page')),
        url: 'https://intranet.example.org/carnet?version=2',
      },
      ...[1, 2, 3, 4].map(n => ({ title: cleanLine(said(`Exemple ${n}`)), url: `https://example.org/${n}` })),
    ],
    members: 6,
    at: idea.at,
    mine: false,
    joined: false,
    names: [said('Karim Benali'), said('Nadia Ferrer')],
    heirs: [],
    others: [],
    lineage: { taken: 0, ideas: 0 },
    mayCarry: false,
  }
  const { owner: _, ...without } = sheet
  const running: SheetTrial = {
    state: 'running',
    from: '2027-05-03',
    until: '2027-06-12',
    directions: [said('Direction des lycées'), said('Direction de la culture')],
    site: said('Lycée Bellevue, Rodez'),
    trying: false,
  }
  return {
    sheet,
    running,
    seeking: { ...without, ownerName: '', mayCarry: true, phase: 'explore' } satisfies SheetSeen,
    mine: { ...sheet, mine: true, joined: true, heirs: [{ id: 'p3', name: said('Nadia Ferrer') }] },
    done: {
      ...sheet,
      phase: 'done',
      outcome: cleanLine(said('Trois services l’emploient à chaque départ.')),
    } satisfies SheetSeen,
  }
}

export function initiativeSamples(words: Words, said: Said) {
  const { sheet, seeking, mine, done, running } = initiatives(said)
  const many = [...running.directions, ...running.directions]
  const planned: SheetTrial = { ...running, state: 'planned', directions: many, site: '' }
  const [trying, ended] = [
    { ...running, trying: true },
    { ...running, state: 'stopped' },
  ] as const satisfies SheetTrial[]
  const messageFoot = foot(words, { id: 'm1', round: 1 }).foot
  const told = {
    names: [said('Nadia Ferrer'), said('Ines Duval')],
    direction: said('Direction de la culture'),
  }
  const draw = (step: string) =>
    sheetCard(words, programme, sheet, true, {
      foot: messageFoot,
      told: newsText(words, sheet, { ...told, step }),
    })
  return {
    'initiatives/initiative/sheet': [
      sheetCard(words, programme, sheet, true),
      sheetCard(words, programme, mine, true),
      sheetCard(words, programme, seeking, true),
      sheetCard(words, programme, done, false),
      sheetCard(words, programme, done, true),
      sheetCard(words, programme, { ...done, trial: 'stopped', lineage: { taken: 3, ideas: 1 } }, true),
      sheetCard(
        words,
        programme,
        { ...done, trial: 'generalised', lineage: { taken: 1_001, ideas: 0 } },
        true,
      ),
      sheetCard(words, programme, { ...sheet, joined: true, idea: { ...sheet.idea, supported: true } }, true),
      sheetCard(words, programme, { ...sheet, ownerName: '', idea: { ...sheet.idea, mine: true } }, true),
      ...STEPS.map(step => draw(step)),
      sheetCard(words, programme, { ...sheet, phase: 'test', tried: running }, true),
      sheetCard(words, programme, { ...seeking, tried: planned }, true),
      sheetCard(words, programme, { ...sheet, phase: 'test', joined: true, tried: trying }, true),
      sheetCard(words, programme, { ...sheet, phase: 'test', joined: true, tried: running }, false),
      sheetCard(words, programme, { ...mine, phase: 'test', tried: running }, true),
      sheetCard(words, programme, { ...done, tried: ended }, true),
      postedCard(words, programme, sheet),
      postedCard(words, programme, { ...sheet, phase: 'test' }, running),
      postedCard(words, programme, seeking, planned),
      postedCard(words, programme, done, { ...ended, state: 'generalised' }),
      postedCard(words, programme, { ...seeking, problem: '' }),
      postedCard(words, programme, done),
      goneCard(words),
      goneCard(words, said('Nomme quelqu’un'), messageFoot),
    ],
    'initiatives/initiative/reading': [
      readingCard(words, programme, done, true),
      readingCard(words, programme, mine, true),
      readingCard(words, programme, { ...sheet, resources: [], names: [] }, false),
    ],
    'initiatives/initiative/links': [
      linksCard(words, programme, sheet, 0),
      linksCard(words, programme, sheet, 4),
    ],
    'initiatives/initiative/form': [sheetForm(words, programme, mine)],
    'initiatives/initiative/inspire': [
      inspireForm(
        words,
        programme,
        {
          ...sheet,
          trial: 'running',
          hypothesis: { ifWe: said('écrivons un carnet'), expected: said('personne ne repart de zéro') },
        },
        { direction: 'Direction des lycées', nonce: 'n2', unnamed: 'on' },
      ),
      inspireForm(words, programme, sheet, {
        direction: 'Direction des lycées',
        nonce: 'n1',
        unnamed: 'off',
      }),
    ],
  } satisfies Samples<InitiativeSheetCard | InspireCard | LinksCard | ReadingCard | SheetFormCard>
}
