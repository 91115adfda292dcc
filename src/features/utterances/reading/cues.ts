import { phrasesIn } from './phrases.ts'

// Folded: no accents, elisions apart. `a|b` either, `a*` and `*a` what begins and ends so; two other words may stand between.

/** Words that greet, at the beginning. */
export const GREETING = phrasesIn(`
  bonjour|bonsoir|salut|coucou|bjr|slt|adiu|adieu|hello|hey|hi
  bon dia|jour
  good morning|afternoon|evening
`)

export const THANKS = phrasesIn(`
  merci|mercis|bravo|thanks|super|parfait|genial
  thank you
`)

/** A message that was meant for somebody else, or for nobody. */
export const ASTRAY = phrasesIn(`
  mauvaise|mauvais|trompee|trompe conversation|destinataire|fil|groupe
  wrong chat|conversation|person
`)

/** Somebody is fed up: with the messages, or with the programme. */
export const DISCONTENT = phrasesIn(`
  marre
  ras le bol
  n|nimporte importe|quoi quoi
  foutez|fichez|moquez de|moi|vous nous|paix
  foutez moi|nous la paix
  bande de|d
  incapable|incapables
  con|conne|cons|connard|connards|connerie|conneries|debile|debiles
  merde|bordel|putain
  gachis|gadget|mascarade|honteux|scandale|scandaleux
  ecoute|ecoutez|lisez|repondez jamais
  augmentez nous|moi|d
  fed up
  stop|quit sending|messaging|bothering
  leave me alone
  useless|bullshit|nonsense
  unsubscribe
`)

/** Somebody means to do something themselves. */
export const COMMITTING = phrasesIn(`
  m|s|mengage|jmengage engage|engager|engageons
  mengage|jmengage
  je vais|compte|tiendrai|veux|donne bien|mois|mes|les|la|le|l|un|une|relire|eteindre|essayer|faire|apprendre
  je|j *rai
  jaccueillerai|jarreterai|jessaierai|jeteindrai|jaiderai
  promis|dorenavant|desormais je|j|demain
  a partir de je|j
  d ici j|je aurai
  j|je arrete|arreterai|cesse
  j|je imprime|jette|prends|utilise|envoie plus
  compter sur moi
  partir de|du lundi|mardi|demain|janvier|septembre
  on|nous va|allons essayer|tester|faire
  i will|ll|promise|commit
  i m|am going to
`)

/** Somebody proposes that something be done. */
export const PROPOSING = phrasesIn(`
  faudrait|faut|devrait|devraient|pourrait|pourrait|pourraient|pourrions|devrions|pourrais
  propose|proposons|proposition|suggestion|suggere
  et si on|nous|chaque|les
  pourquoi pas|ne
  serait|ferait|aimerais|aimerions|voudrais bien|utile|mieux|top|parler|qu|que
  serait|seraient bien|utile|mieux|top|chouette|super|pratique
  une|autre|petite idee
  idee pour|de
  l ideal
  we|you|they could|should|might
  why not
  let s
  how|what about|if
  it would be
`)

/** What a question begins with. */
export const ASKING = phrasesIn(`
  qui|que|quoi|quand|comment|combien|ou|quel|quelle|quels|quelles
  est ce que|qu
  qu est ce
  c|t|s est|es|t quoi|obligatoire|sur|un
  y a t|un
  what|which|who|where|when|how|is|are|can|does|do
`)

/** Before the words of an idea or a commitment: said again by what the button does. */
export const IDEA_OPENINGS =
  /^(?:j['’ ]?ai une (?:micro-?)?id[ée]e|(?:ma |une |mon )?(?:micro-?)?(?:id+[ée]+e?|proposition|suggestion))\s*[:,]\s*/iu
export const COMMITMENT_OPENINGS =
  /^(?:je m['’ ]?engage|j['’ ]?m['’]engage|mon engagement\s*:?)\s*(?:[àa](?:\s+|$))?/iu
export const GREETING_OPENINGS = /^(?:bonjour|bonsoir|salut|coucou|bjr|slt|hello|hi)\s*[,!.]\s*/iu
