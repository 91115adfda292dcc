import { LATER_MICRO_IDEAS, MICRO_IDEAS } from './micro-ideas.ts'

/** An idea with its axis and the theme of occitanie.yaml under which a person puts it; '' under none. */
export type LabelledIdea = readonly [axis: string, theme: string, text: string]

/** Of so many ideas in a row. By whoever wrote the themes' words, so kind to them. */
const LABELS: readonly (readonly [count: number, axis: string, theme: string])[] = [
  [3, 'employeur', 'arrivee'],
  [8, 'equipe', 'reunions'],
  [10, 'transitions', 'deplacements'],
  [4, 'transitions', 'alimentation'],
  [1, 'equipe', 'rencontres'],
  [4, 'usager', 'ecrits'],
  [1, 'usager', ''],
  [4, 'employeur', 'arrivee'],
  [3, 'equipe', 'entraide'],
  [1, 'employeur', ''],
  [3, 'employeur', 'temps'],
  [5, 'usager', 'demarches'],
  [4, 'equipe', 'outils'],
  [1, 'usager', 'accessibilite'],
  [2, 'employeur', 'temps'],
  [1, 'equipe', 'outils'],
  [2, 'equipe', 'entraide'],
  [1, 'employeur', 'parcours'],
  [4, 'transitions', 'energie'],
  [2, 'territoires', 'presence'],
  [1, 'territoires', 'communes'],
  [1, 'territoires', 'presence'],
  [2, 'employeur', 'recrutement'],
  [2, 'employeur', 'parcours'],
  [2, 'transitions', 'dechets'],
  [1, 'employeur', ''],
  [4, 'transitions', 'nature'],
  [2, 'employeur', 'sante'],
  [1, 'equipe', ''],
  [2, 'usager', 'avis'],
  [4, 'usager', 'reponses'],
  [3, 'employeur', 'sante'],
  [2, 'employeur', ''],
  [6, 'transitions', 'dechets'],
  [2, 'usager', 'demarches'],
  [2, 'employeur', ''],
  [3, 'equipe', 'outils'],
  [2, 'usager', 'accessibilite'],
  [1, 'usager', 'demarches'],
  [3, 'equipe', 'rencontres'],
  [2, 'equipe', ''],
  [1, 'equipe', 'entraide'],
  [1, 'equipe', 'reunions'],
  [2, 'transitions', 'deplacements'],
  [1, 'employeur', ''],
  [1, 'usager', 'ecrits'],
  [1, 'equipe', 'entraide'],
  [1, 'employeur', 'parcours'],
]

const labels = LABELS.flatMap(([count, axis, theme]) =>
  Array.from({ length: count }, () => [axis, theme] as const),
)

/** The product's own micro-ideas, labelled by hand. */
export const LABELLED_MICRO_IDEAS: readonly LabelledIdea[] = [...MICRO_IDEAS, ...LATER_MICRO_IDEAS].map(
  ([, text], at) => [labels[at]?.[0] ?? '', labels[at]?.[1] ?? '', text],
)
