import { phrasesIn } from './phrases.ts'

// Folded: no accents, no apostrophes. `a|b` either, `a*` what begins so; two other words may stand between. Figures of speech
// are taken out first. Sure: contacts alone, nothing kept. Unsure: contacts beside the acts.

/** Figures of speech that say nothing of how somebody is. */
export const FIGURES = phrasesIn(`
  tue|tues|tuer|tuent la|a tache
  tue|tuer a petit feu
  me|nous|vous tue|tuent|tuera on|il|faudrait
  ca|logiciel|formulaire*|reunion*|paperasse me|nous tue|tuent
  meurs|meurt|mourir|crever|creve|crevent de faim|soif|chaud|froid|rire|envie|ennui|curiosite
  mort|morte|morts|mortes de rire|fatigue|faim|froid|trouille
  creve de chaud|froid|faim
  finir avec les|le|la|l|ces|cette|ce dossier*|papier*|formulaire*|reunion*|mails|file*|paperasse|impression*
  en finir avec les|ces|le
  tirer une balle dans le|son pied
  suicide|suicidaire politique|economique|budgetaire|commercial
  je me tape tout|le|les|la|des
  tape|taper|tapent sur les nerfs|systeme
  me|nous|m crie|saute aux yeux
  me|nous|vous touche beaucoup|personnellement|droit
  harcelement|harcele|harcelent telephonique|de mails|publicitaire|par mail
  frappe|frapper a la porte
  frappe|frappee|frapper par le|la|les
  bat|battre de l aile
  dying to know|see|try
  dead line|deadline
  kill time|two
  me tue a repeter|dire
  faire|fait|voir|laisser disparaitre|mourir|crever
  m a pousse|poussee a
  qui|ce m a frappe|frappee
  a bout de|d souffle|bras|arguments
  bout de la|l|le|du
`)

/** Somebody is in danger, at the end of their strength, attacked or harassed; or worries for somebody who is. */
export const SURE = phrasesIn(`
  veux|voudrais|veut|voulais|aimerais|prefere|envie|envies mourir|crever|disparaitre
  veux|voudrais|vais|veut|envie|pense|voulu|pensais me|se suicider|tuer|pendre|noyer|flinguer
  me|se|m suicider|suicide
  pensees|idees|envies suicidaires|noires
  suicidaire depuis|en ce
  mettre|mis fin mes|ses jours
  en|m finir avec vie|tout|ca
  envie|envies d|de en finir
  parle|parlait|pense|penser de|a s|sen en|finir finir
  parle|parlait|pense de|d sen|finir finir
  veux|veut|voudrais en finir
  me|se foutre|jeter|balancer en|sous|par|dans l|le|la|un air|pont|fenetre|train|metro|vide|voiture
  me tirer une balle
  ouvrir|tailler les veines
  avaler|avale|prendre tous|boite|boites medicaments|cachets|comprimes
  plus|aucune envie|gout|raison de vivre
  vie vaut|sert plus|rien coup|peine
  quoi bon vivre|continuer
  mieux|tranquille|tranquilles sans moi
  sais|sait pas si serai|sera encore la|demain
  crois|peur|crains qu|quelle|que|elle|il va faire betise|connerie
  peux plus je dors|pleure|craque|tiens|veux
  en|n peux plus dors|pleure|craque|tiens
  dors plus je pleure
  pleure|pleurer|pleurs tous|toutes les
  pleure|pleurer avant|chaque|tout|la de|matin|soir|nuit|jour|nuits|venir|temps
  peur|angoisse|vomis de|d|avant aller|venir au|travailler|travail|bosser
  boule au ventre
  tiens plus debout
  suis videe|vide|epuisee|epuise completement|totalement
  completement|totalement epuisee|epuise
  suis|fais|fait en|un burn|burnout out|burnout
  suis en burnout|depression
  suis au bout rouleau
  suis a bout
  suis plus capable de rien
  craque|craquer nerveusement
  tentative de suicide
  me|m|nous harcel*
  suis|etre|ete|est|sommes|serait harcele|harcelee|harceles|harcelees|agressee|agresse|violee|viole
  suis|ete|etre|sens|est victime de|d harcelement|violence|violences|agression|menaces|viol|chantage
  veux|voudrais|dois|comment|peux|souhaite signaler|denoncer un|une|du harcelement|agression|viol|violence|violences
  me|m rabaiss*|humili*|insult*|menac*|denigr*|injuri*|terroris*
  me|m hurle|hurler|crie|crier|gueule|gueuler dessus
  me|m hurle|hurler|gueule tous|devant|a
  ose|jose|oses plus rien|parler|dire|venir
  me|m touche|touchee|caresse|pelote|tripote les|la|le|mes hanches|fesses|cuisses|cuisse|seins|poitrine|dos|taille|hanche
  main|mains aux|sur|au|mes fesses|cuisses|cul|hanches
  a|essaye|essaie de|m m|embrasser|toucher embrassee|embrasser|touchee|force|forcee
  attouchement|attouchements
  agression|agressee|agresse|agressions sexuelle|sexuelles|sexuellement
  harcelement|harcele|harcelee sexuel|sexuellement depuis|par
  photos|messages|videos|sms degueulasses|degueulasse|nues|nus|intimes|porno|sexuels|obscenes
  propositions|avances|remarques sexuelles|sexuels|deplacees tous|depuis|sur
  m|ma|mon a|ont frappee|frappe|frapper|gifle|giflee|cogne|cognee|pousse|poussee|bouscule|bousculee|crache|etranglee|tapee|battue|battu
  me frappe|frappent|cogne|bat|gifle|etrangle
  mari|conjoint|compagnon|copain|ex|femme|compagne|pere|mere|fils me|m tape|frappe|bat|menace|cogne|frappee
  peur de|d rentrer
  ne me|m parlent|parle|adressent plus parole|du
  collegues|equipe|gens|service ne me parlent|parle plus
  cachent|cache|volent|dechirent mes affaires|vetements|outils
  rient|ricanent|moquent quand|lorsque|de j|jarrive|moi|je
  suis|ete|m mis|mise|isole|isolee au|a placard|l|ecart
  want|wanna|wants|going|wish to|i die|died|disappear|dead
  kill|hurt|harm|end myself|himself|herself
  end my|her|his life
  end it all
  suicidal
  better off without me
  no|any reason|will to live
  cry|crying every|before|at day|morning|night|work
  harass* me|us
  being|am|was|been harassed|bullied|assaulted|raped|abused|hit|beaten
  bullies|bullying|insults|threatens|humiliates|gropes|touches me
  screams|shouts|yells at me
  he|she|boss|colleague|manager hit|hits|slapped|pushed me
  my husband|wife|partner|boyfriend hits|beats|threatens
  scared|afraid to|of go|going|come|coming home|work
`)

/** Words of distress or harassment that may be about something else, or about the programme. */
export const UNSURE = phrasesIn(`
  suicid*
  tirer une balle
  harcel*
  agress*
  viol|violer|violee|violence|violences
  burn out
  burnout
  depression|depressif|depressive|deprime|deprimee
  epuisement
  en|n|j|jen peux plus
  en|n peut plus
  a bout
  au bout du rouleau
  detresse|mal etre|souffrance
  souffre au travail
  peur de|du mon|ma|chef|cheffe|responsable|directeur|collegue|collegues
  propos|blagues|remarques|insultes sexistes|sexuels|racistes|homophobes|antisemites|deplaces|deplacees
  racis*|sexis*|homophob*|discrimin*
  mourir|mort|crever
  me|se tuer
  dors plus
  pleure|pleurer
  humili*
  menace|menaces|menacee
  can|cant t take anymore
  take it anymore
  bully*|bullied|abuse|assault|violence|harass*
  burned|burnt out
  depressed|depression|exhausted|overwhelmed
`)
