import type { WholeLanguage } from '../kernel/text/language.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Stop words, folded, with elided forms. */
export const STOP_WORDS: Readonly<Record<WholeLanguage, ReadonlySet<string>>> = {
  fr: set(`
    a afin ai ainsi alors apres as au aucun aucune aujourd aupres aussi autre autres aux avait avant avec avez avoir
    avons ayant beaucoup bien c ca car ce ceci cela celle celles celui ces cet cette ceux chacun chacune chaque chez
    comme comment contre d dans de dehors depuis des dessous dessus deux devant doit doivent donc dont du durant elle
    elles en encore entre es est et etaient etait etant ete etre eu eux fait faire fois font hui hors il ils j jamais je
    jusqu jusque l la le les lequel laquelle lesquels lesquelles leur leurs lors lorsqu lorsque lui m ma mais me meme
    memes mes mieux moins mon n ne ni non nos notre nous on ont ou par parce parfois pas pendant peu peut peuvent plus
    plusieurs plutot pour pourquoi pouvoir pres puis puisqu puisque qu quand que quel quelle quelles quelque quelques
    quels qui quoi rien s sa sans se selon sera serait seraient seront ses seul seule si sien soi soient soit son sont
    sous sur t ta te tel telle telles tels tes toi ton toujours tous tout toute toutes tres trop tu un une vers via
    voici voila vos votre vous vraiment y`),
  en: set(`
    a about after again all also am an and any are as at be because been before being between both but by can could did
    do does doing down during each every for from further had has have having he her here hers him his how i if in into
    is it its just let me more most my no nor not of off on once only or other our ours out over own same she should so
    some such than that the their theirs them then there these they this those through to too under until up us very was
    we were what when where which while who whom why will with would you your yours`),
}

/** Words that every idea may contain, in both languages: to propose is what ideas do. */
export const EVERYDAY: ReadonlySet<string> = set(`
  ajouter aller creer creation developper donner favoriser instaurer installer mettre mise organiser permettre place
  pouvoir prevoir proposer proposition rendre serait idee micro
  add create idea make offer propose provide set`)
