import { phrasesOf } from './tokens.ts'

// Folded: no accents, apostrophes as spaces.

/** What kind of thing is asked for. */
export const KINDS = phrasesOf({
  idea: `idee, idees, micro idee, micro idees, proposition, propositions, suggestion, suggestions, idea, ideas, micro idea,
    micro ideas, proposals`,
  workshop: 'atelier, ateliers, workshop, workshops',
  ballot: 'vote, votes, scrutin, scrutins, ballot, ballots',
  initiative: 'initiative, initiatives',
  commitment: 'engagement, engagements, commitment, commitments',
})

/** What became of an idea. */
export const GROUPS = phrasesOf({
  waiting: `en attente, sans reponse, pas de reponse, attendent, attend, attendent une reponse, pas repondu, pas repondues,
    pas encore repondues, pas encore de reponse, a traiter, waiting, unanswered, pending, not answered, no answer`,
  studied: 'a l etude, etudiee, etudiees, a l examen, en cours d etude, under study, being studied, studied',
  answered: `repondu, repondue, repondues, avec reponse, avec une reponse, ont une reponse, ont eu une reponse, eu une reponse,
    une reponse, answered, have an answer`,
  retained: `retenu, retenue, retenus, retenues, acceptee, acceptees, validee, validees, choisie, choisies, approuvee,
    approuvees, promise, promises, adoptee, adoptees, retained, accepted, approved, selected, adopted, taken up`,
  carried: `portee, portees, realisee, realisees, tenue, tenues, mise en oeuvre, mises en oeuvre, devenue une initiative,
    devenues des initiatives, carried out, carried, became initiatives, done`,
  aside: `ecartee, ecartees, rejetee, rejetees, refusee, refusees, abandonnee, abandonnees, non retenue, non retenues,
    pas retenue, pas retenues, pas ete retenue, pas ete retenues, set aside, rejected, refused, not retained, not selected,
    not pursued, not accepted`,
})

export const PERIODS = phrasesOf({
  today: 'aujourd hui, today',
  yesterday: 'hier, yesterday',
  week: 'cette semaine, this week',
  'last-week': 'semaine derniere, la semaine derniere, semaine passee, la semaine passee, last week',
  month: 'ce mois, ce mois ci, this month',
  'last-month': 'mois dernier, le mois dernier, mois passe, le mois passe, last month',
  year: 'cette annee, this year',
  'last-year':
    'an dernier, l an dernier, annee derniere, l annee derniere, annee passee, l annee passee, last year',
})

const MONTH_NAMES = [
  'janvier, january',
  'fevrier, february',
  'mars, march',
  'avril, april',
  'mai, may',
  'juin, june',
  'juillet, july',
  'aout, august',
  'septembre, september',
  'octobre, october',
  'novembre, november',
  'decembre, december',
]
/** From 1. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, at) => names.split(', ').map(name => [name, at + 1] as const)),
)

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

/** Before a month or a year. */
export const SINCE = set('depuis since')
export const WITHIN = set('en in de d du of mois debut fin courant pendant durant during')

/** Before the words of an axis, or of a Direction. */
export const AXIS_OPENINGS = set('axe axes axis aim')
export const DIRECTION_OPENINGS = set('direction directions dir service department departments')
/** « Mes idées »; « nos » is nobody’s own. */
export const ONES_OWN = set('mes mon ma my mine')

/** Words of a question that say nothing of what it is about, beside the stop words of search. */
export const QUESTION_WORDS = set(`
  est ce que existe existent exister connaitre connait savoir sait saurait voudrais voudrait voulais aimerais cherche
  cherchez chercher trouver trouve trouvez trouvera montre montrez montrer liste lister lis donne donnez dis dites dire
  sujet sujets propos concernant concerne concernent porte portant portent parle parlent parlant theme thematique
  question questions deja encore deja eu bonjour bonsoir salut hello merci svp stp plait etre avoir sont ont etaient
  propose proposes proposee proposees propos recue recues deposee deposees nouvelle nouvelles derniere dernieres recente
  recentes toutes tous autour niveau cote liees liee rapport collegues gens quelqu va vont aller peut pourrait
  search find show list tell know about regarding concerning related exist exists there anything something someone
  anybody already yet latest recent new want like please people been`)

/** What a question begins with. */
export const ASKS = set(`
  qui que quoi quand comment combien ou quel quelle quels quelles pourquoi est qu y lequel laquelle
  what which who where when how why is are can does do any`)
