import { phrasesIn } from './phrases.ts'

// Folded: no accents, no apostrophes. `a|b` either, `a*` what begins so, `>a` at once after the word before; two other words
// may stand between otherwise. Sure: contacts alone, nothing kept. Unsure: contacts beside the acts.

/** Who may have done something to somebody. */
const PEOPLE =
  'chef|cheffe|chefs|cheffes|superieur*|responsable*|directeur*|directrice*|patron*|manager*|manageur*|collegue*|encadrant*|adjoint|adjointe|second|cuisinier*|agent|agente|agents|eleve|eleves|parent|parents|usager*|prof|profs|professeur*|proviseur*|gestionnaire*|gardien*|mari|conjoint*|compagnon|compagne|copain|copine|ex|femme|pere|mere|fils|fille|frere|voisin*|homme|hommes|type|gars|mec|inconnu*|individu*|monsieur|dame|lui|elle|eux|quelqu|quelquun'
/** What is done to somebody, as it was done. */
const HURT =
  'harcele|harcelee|harceles|harcelees|agresse|agressee|agresses|agressees|viole|violee|violees|insulte|insultee|insultes|insultees|humilie|humiliee|humilies|humiliees|rabaisse|rabaissee|denigre|denigree|intimide|intimidee|terrorise|terrorisee|maltraite|maltraitee|brutalise|brutalisee|brimee|persecute|persecutee|gifle|giflee|tabasse|tabassee|molestee'
const BLOW =
  'frappe|frappee|frappes|frappees|frapper|gifle|giflee|cogne|cognee|pousse|poussee|bouscule|bousculee|crache|etrangle|etranglee|tapee|battue|battu|tabasse|tabassee|plaquee|plaque|jetee|projetee|coincee|molestee'
const OFFENCE =
  'harcelement|violence|violences|agression|agressions|menaces|viol|chantage|racisme|sexisme|discrimination*|maltraitance*|intimidation*|insultes|brimades|coups|moqueries|humiliations|attouchements'
const TO =
  'insulter|frapper|agresser|harceler|humilier|menacer|rabaisser|gifler|cogner|violer|maltraiter|peloter|tripoter|bousculer|denigrer|tabasser'

/** Somebody is in danger, at the end of their strength, attacked or harassed; or worries for somebody who is. */
export const SURE = phrasesIn(`
  veux|voudrais|veut|voulais|voulu|aimerais|prefere|envie|envies mourir|crever|disparaitre
  me|m|se >laisser|laisse mourir|crever
  pense|pensais|songe|songeais|reve >a|de|d mourir|disparaitre
  serais|serai|serait mieux mort|morte
  veux|voudrais|envie plus vivre|exister
  veux|voudrais|vais|veut|envie|pense|voulu|pensais me|se suicider|tuer|pendre|noyer|flinguer
  me|se|m suicider|suicide
  pensees|idees|envies suicidaires|noires
  suicidaire depuis|en ce
  mettre|mis fin mes|ses jours
  en|m finir avec vie|tout|ca|existence|monde|souffrance*|cauchemar|enfer|calvaire
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
  suis a >bout
  suis plus capable de rien
  craque|craquer nerveusement
  tentative de suicide
  me|m|nous harcel*
  mharcel*|mhumili*|minsult*
  suis|etre|ete|est|sommes|serait harcele|harcelee|harceles|harcelees|agressee|agresse|violee|viole
  suis|etais|sommes ${HURT}
  ai|avons|jai >ete ${HURT}
  ai|avons|jai >ete frappe|frappee|frappes|frappees|bousculee|bouscule|battue|menace|menacee|poussee
  suis|etais frappe|frappee|bousculee
  suis femme >battue
  frappe|frappee|frappes|frappees|giflee|insultee|humiliee|harcele|harcelee|battue par ${PEOPLE}
  me|m >fais|faisais|faisait|faire ${TO}
  me|m >suis fait|faite ${TO}|toucher|embrasser|pousser|taper
  me|m fais|fait|faite|faire taper|hurler|crier|gueuler|cracher >dessus
  suis|ete|etre|sens|est|etais|sommes victime|victimes de|d|du ${OFFENCE}
  subis|subi|subissais|subissons|endure|vis|vecu du|des|un|une|le|l ${OFFENCE}
  vis|vivre un >enfer|calvaire
  harcelement de|par|part mon|ma|mes >${PEOPLE}
  recois|recu|recevoir de|des menaces|insultes
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
  m >a|ont|avait|avaient ${BLOW}
  m|nous >a|ont|avait|avaient agress*|viole|violee|frappes|frappees|tabasses
  ma|mont >frappee|giflee|agressee|harcelee|insultee|humiliee|menacee|violee|tapee|bousculee
  il|elle|qui|${PEOPLE} >ma|mont >frappe|gifle|agresse|harcele|insulte|humilie|menace|tape|cogne
  m|ma|mont pousse|poussee|jete|jetee|projetee|plaquee a|au|par|contre|dans terre|sol|mur|escalier*
  attrapee|attrape|saisie|tiree par bras|cou|gorge|cheveux|poignet
  leve la main sur moi
  me frappe|frappent|frappait|cogne|cognait|bat|battait|gifle|giflait|etrangle
  me|m tape|tapait|tapent >dessus
  ${PEOPLE} >a|ont|avait frappe|gifle|cogne|tabasse|agresse un|une|mon|ma|sa|son >${PEOPLE}
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
  he|she|boss|colleague|manager hit|hits|slapped|pushed|punched|kicked|grabbed|harassed|assaulted|insulted|raped|hurt me
  let myself die
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
  a >bout
  pousse|poussee >a|vers bout|demission*|suicide
  ete|suis|etais poussee|touchee|embrassee|frappe|frappee par
  ${PEOPLE} harcel*
  harcel* ${PEOPLE}|travail|bureau|service
  ${PEOPLE} me|m|nous >tue|tuent
  au bout du rouleau
  detresse|mal etre|souffrance
  souffre au travail
  peur de|du mon|ma|chef|cheffe|responsable|directeur|collegue|collegues
  propos|blagues|remarques|insultes sexistes|sexuels|racistes|homophobes|antisemites|deplaces|deplacees
  racis*|sexis*|homophob*|discrimin*
  mourir|mort|crever
  me|m|nous|se laisse|laissent|fait|font|faire >mourir|crever
  me|se tuer
  dors plus
  pleure|pleurer
  humili*
  menace|menaces|menacee|menacees
  messages|mails|sms|appels insultant*|menacant*|haineux|malveillant*
  can|cant t take anymore
  take it anymore
  bully*|bullied|abuse|assault|violence|harass*
  burned|burnt out
  depressed|depression|exhausted|overwhelmed
`)
