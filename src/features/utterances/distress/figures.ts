const WANT = 'veux|veut|voulons|voudrais|voulais|aimerais|prefere|envie|envies|vais|va|pense|faut|faudrait'
const PAPERS =
  'le|les|l|ces|cette|ce|cet|dossier*|papier*|formulaire*|reunion*|mails|file*|paperasse|impression*|gobelet*'
/** What strikes without a blow. */
const THING =
  'ca|cela|chose|choses|qualite|gentillesse|beaute|ambiance|discours|phrase|difference|nombre|silence|idee'
const STRUCK = 'frappe|frappee|frappes|frappees|bouscule|bousculee|bouscules|bousculees'
/** Who harasses with calls and notices, and is nobody's colleague. */
const BUSY = 'logiciel*|application*|fournisseur*|commerciaux|demarcheur*|demarchage|pub|pubs|notifs'

/** What is done about violence, at work: a subject, not a confidence. */
const TALK =
  'prevention|sensibilisation|formation|presentation|affiche|affiches|conference|campagne|journee|lutte|lutter|referent|referente'
const TOPIC =
  'harcelement|violence|violences|suicide|racisme|sexisme|homophobie|discriminations|agressions|burnout'
const PERSON = 'chef|cheffe|responsable|directeur|directrice|collegue|collegues'

/**
 * Figures of speech that say nothing of how somebody is. Each cancels only what lies wholly inside it: one that also fits a plain
 * sentence is worse than one that is missing, so they follow word by word, and nobody who acts is in them.
 */
export const FIGURES = `
  me|se|nous|vous >tuer >a >la >tache
  me|se|nous|vous >tue|tuer >a >repeter|dire|expliquer
  ${WANT} >me|se|nous|vous >tuer >a >la >tache
  mourir|crever|mort|morts >de|d >rire|faim|soif|chaud|froid|ennui|curiosite|fatigue|trouille|envie|honte|jalousie|impatience
  ${WANT} mourir|crever >de|d >rire
  me|m|nous|vous >fait|font >mourir|crever >de|d >rire|chaud|froid|ennui
  pleurer|pleure|pleurent >de >rire|joie
  point|angle|temps|bois|poids >mort
  videoprojecteur*|projecteur*|ordinateur*|pc|ecran*|telephone*|frigo*|wifi|moteur|four|camion|serveur|reseau >est|sont >mort|morts
  faire|fait|font|voir|laisser >disparaitre|mourir|crever
  ${WANT} >faire|voir >disparaitre|mourir|crever
  ${WANT} >de|d|a|bien >faire|voir >disparaitre|mourir|crever
  en >finir >avec >${PAPERS}
  ${WANT} en >finir >avec >${PAPERS}
  ${WANT} >d|de >en >finir >avec >${PAPERS}
  en >finir >avec >tout|tous|toute|toutes >ce|cet|cette|ces|les
  tirer >une >balle >dans >le|son|les|notre >pied|pieds
  me|se|nous >tirer >une >balle >dans >le|son|les|notre >pied|pieds
  suicide|suicidaire >politique|economique|budgetaire|commercial|commerciale
  suis|es|est|sommes|etre >a >bout >de|d >souffle|bras|arguments|idees
  a >bout >de|d >souffle|bras|arguments|idees
  ce >qui >me|m|nous|vous frappe|frappee|frappes|frappent|frappait
  ce >qui >m|nous|vous >a|ont le|la plus >${STRUCK}
  ${THING} >me|m|nous|vous frappe|frappee|frappes|frappent|frappait
  qualite|gentillesse|simplicite >de|du|des|d >l|la|le|votre >accueil|equipe|personnel >m|nous >a ${STRUCK}
  m|nous >a|ont ${STRUCK} >par >sa|leur >qualite|gentillesse|simplicite|beaute|taille|calme
  ai|avons|jai >ete ${STRUCK} >par >le|la|les|l|ce|cet|cette|ces|son|sa|ses|leur|leurs|tant|votre|notre
  suis|etais|sommes|ete ${STRUCK} >par >le|la|les|l|ce|cet|cette|ces|son|sa|ses|leur|leurs|tant|votre|notre
  ai|avons|jai >ete ${STRUCK} >de|d|du|que
  suis|etais|sommes|ete ${STRUCK} >de|d|du|que
  m >a|ont >pousse|poussee >a >m|me|s|se|postuler|proposer|faire|participer|ecrire|essayer|passer|reprendre|avancer|prendre|venir|demander|changer|apprendre|creer|organiser|chercher|aller|continuer|oser|tester|candidater
  harcelement >telephonique|publicitaire|commercial|electoral
  linge >sale|sales >noir|blanc
  sale|sales >noir|blanc >a >part|laver
  ${BUSY} >me|m|nous|vous >harcel*
  me|m|nous|vous >harcel* >de >notifications|notifs|spams|publicites|pubs
  mari|conjoint|compagnon|copain|ex|femme|compagne|pere|mere|fils|il|elle >me|m >tape|tapent >sur >les|le >nerfs|systeme
  touches >me >deeply
  was|am >hit >by >the >idea|news|quality|kindness|thought
  agression >pour >les|l|la >papilles|yeux|oreilles|oeil|oreille
  violence|violences >de|du|des >l|la|le|les >orage*|tempete*|vent|vents|choc|pluie|averse*
  a >mort >le|la|l|les >gaspillage*|plastique*|gaspi|papier*|gobelet*|paperasse
  parle|pense|songe >de|d|a >en >finir >avec >${PAPERS}
  ${WANT}|allait >me|se|nous >noyer >dans|sous >les|des|la|le|nos >mails|papiers|dossiers|courriels|paperasse
  bleus >de >travail|chauffe
  des >bleus >de >travail|chauffe
  avec >des >bleus >de >travail|chauffe
  fusil >a >aiguiser|affuter|couteaux
  mon|un|son >fusil >a >aiguiser|affuter|couteaux
  vois|voit|trouve >plus|pas|aucune >d|de >issue >de >secours
  ${TALK} >sur|contre ${TOPIC}
  prevention|sensibilisation|lutte >de|du|des|au|aux ${TOPIC}
  ${TALK} >sur|contre >les >violences >sexistes >et >sexuelles
  contre >les >violences >faites >aux >femmes
`

/** Said for effect, though some mean it: no longer sure, and contacts are shown. */
export const EXAGGERATIONS = `
  donne|donnent|donner >envie >de|d >me|se|m >tirer|pendre|flinguer|jeter|suicider >une|par|sous >balle|la|un >fenetre|train
  donne|donnent|donner >envie >de|d >me|se|m >tirer|pendre|flinguer|suicider|tuer
  donne|donnent|donner >envie >de|d >me|se|m >tirer >une >balle
  ${PERSON} >va|vont|allait >me|nous >tuer >si|s
`
