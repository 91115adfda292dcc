import { BLOW, BODY, HURT, OFFENCE, PARTNER, PEOPLE, SEIZE, SLUR, TO } from './vocabulary.ts'

/** To be, or to have been, harassed or attacked. */
const SUFFERED = `
  me|m|nous harcel*
  suis|etre|ete|est|sommes|serait harcele|harcelee|harceles|harcelees|agressee|agresse
  elle|collegue|amie|soeur|fille|stagiaire >a >ete >violee
  suis|etais|sommes ${HURT}
  ai|avons >ete ${HURT}
  ai|avons >ete frappe|frappee|frappes|frappees|bousculee|bouscule|battue|menace|menacee|poussee|coincee|etranglee
  suis|etais frappe|frappee|bousculee
  suis femme|homme >battue|battu
  frappe|frappee|frappes|frappees|giflee|insultee|humiliee|harcele|harcelee|battue|menacee par ${PEOPLE}
  me|m|nous >fais|faisais|faisait|faire|faisons ${TO}
  me|m >suis fait|faite ${TO}|toucher|embrasser|pousser|taper|cracher
  me|m fais|fait|faite|faire taper|hurler|crier|gueuler|cracher >dessus
  suis|ete|etre|sens|est|etais|sommes victime|victimes|temoin|temoins de|d|du ${OFFENCE}
  subis|subi|subit|subie|subissais|subissons|endure|vis|vecu du|des|un|une|le|l ${OFFENCE}
  vis|vivre|vit un >enfer|calvaire
  harcelement|harcele|harcelee de|par|part mon|ma|mes >${PEOPLE}
  recois|recu|recevoir|recoit de|des menaces|insultes
  veux|voudrais|dois|comment|peux|souhaite signaler|denoncer un|une|du harcelement|agression|viol|violence|violences
`
/** Blows, at work or anywhere. */
const BLOWS = `
  m >a|ont|avait|avaient ${BLOW}
  m|nous >a|ont|avait|avaient agress*|viole|violee|frappes|frappees|tabasses
  ma|mont >frappee|giflee|agressee|harcelee|insultee|humiliee|menacee|violee|tapee|bousculee|etranglee|coincee|tabassee|plaquee|cognee|battue|secouee
  ${PEOPLE} >ma|mont >frappe|gifle|agresse|harcele|insulte|humilie|menace|tape|cogne|etrangle|bouscule|coince|pousse|poussee
  il|qui >ma|mont >frappe|gifle|agresse|harcele|insulte|humilie|menace|tape|cogne|etrangle|bouscule|coince|pousse|poussee
  m|ma|mont pousse|poussee|jete|jetee|projetee|plaquee a|au|par|contre|dans terre|sol|mur|escalier*
  attrapee|attrape|saisie|saisi|tiree|prise|pris par bras|cou|gorge|cheveux|poignet|col|colback
  me|m|nous >${SEIZE} contre|par|dans|a|au mur|bras|cou|col|cheveux|sol|escalier*|gorge|poignet|reserve|vestiaire*|terre
  lever|leve|levait la main sur moi|elle|lui|nous
  me|nous frappe|frappent|frappait|cogne|cognait|bat|battait|gifle|giflait|etrangle|tabasse|tabassait|brutalise
  me|m tape|tapait|tapent|saute|sautait >dessus
  m|me|mont|ma|recu|pris|prise mis|donne|une|un|des|foutu|colle coup|coups >de >poing|poings|couteau|ceinture|boule|tete
  m >a|ont|avait mis|donne|foutu|colle|flanque gifle|gifles|claque|claques|baffe|baffes
  ma|mont >mis|donne|foutu|colle|flanque gifle|gifles|claque|claques|baffe|baffes
  jete|jetee|rue|ruee|foncait >sur >moi|nous
  il|ils|${PEOPLE} veut|va|vont|voulait|menace|menacait|allait|allaient me|m|lui >tuer|buter|egorger|frapper|defoncer|violer|demolir
  me|m|nous|lui >casser|peter|defoncer|eclater >la|les >gueule|dents|jambes|tronche
  ${PEOPLE} >a|ont|avait frappe|gifle|cogne|tabasse|agresse un|une|mon|ma|sa|son|notre >${PEOPLE}|apprenti*|stagiaire*|enfant*|interimaire*
  vu|voir|vois|surpris ${PEOPLE} frapper|gifler|tabasser|peloter|tripoter|agresser|violer|harceler|insulter|humilier un|une|le|la|l|mon|ma|des|notre
  m >a|ont casse|pete|tordu|fracture|arrache >le|la|les|un|mes >bras|nez|dent|dents|poignet|cheveux|doigt|cote|cotes
  m >a|ont|avait >saute >a|au >la|cou
  m >a|ont|avait >saute >dessus
  m >a|ont|avait lance|jete|balance un|une|des|sa|son chaise|casserole|couteau|plateau|verre|assiette|pierre*|caillou*|cailloux|objet*|ciseaux|table
  voulait|voulu|essaye|tente me|m >frapper|agresser|gifler|etrangler|taper|poignarder
  m >a|ont serre|tordu|empoigne >le|les|la >cou|gorge|poignet|poignets|bras
`
/** At home, where it is also control. */
const AT_HOME = `
  ${PARTNER} me|m|nous tape|frappe|bat|menace|cogne|frappee|secoue|etrangle|gifle|insulte|humilie|enferme|surveille|sequestre|viole|terrorise|rabaisse|traque|isole|bouscule
  ${PARTNER} la|le|l|les tape|frappe|bat|menace|cogne|gifle|etrangle|viole|tabasse|insulte|enferme|terrorise
  ${PARTNER} surveille|controle|fouille|espionne|confisque|prend|pris|garde|lit|bloque >mon|mes|ma|tous|toute telephone|portable|messages|compte|comptes|paye|paie|salaire|carte|papiers|argent|sorties|mails|cles
  ${PARTNER} est|devient|devenu|etait violent|violente|agressif|agressive
  ${PARTNER} m|me >interdit|empeche|interdisait|empechait >de|d >voir|sortir|parler|travailler
  il|${PARTNER} m >a|avait enfermee|sequestre|sequestree
  peur de|d >rentrer
  peur de mon|ma >mari|conjoint|compagnon|copain|ex
  peur pour ma >vie
  sais|sait >pas|plus|meme >ou >aller|dormir ce|cette >soir|nuit
  il|${PARTNER} frappe|bat|tape|cogne >mon|mes|ma|les|nos|sa|ses >enfants|fils|fille|gosses|mere|femme
  sens|suis en|pas|plus >danger|securite chez|avec >moi|mon|lui
  il >me >prend >mon|ma|mes|tout|toute salaire|paye|paie|argent|carte|papiers
`
/** Touched, looked at, spoken to as no one should be. */
const SEXUAL = `
  me|m|nous touche|touchee|touchait|caresse|caressait|pelote|tripote|pince|palpe|frole|effleure les|la|le|mes|l ${BODY}
  main|mains aux|sur|au|sous|dans mes|ma fesses|cuisses|cuisse|cul|hanches|culotte|jupe|seins|poitrine
  main|mains >aux|au >fesses|cul|seins
  a|essaye|essayait|tente|essaie|voulu de|d|m m|me embrassee|embrasser|touchee|force|forcee|toucher|deshabiller
  m|me|ma embrass*|deshabill*|touche*|oblige*|penetre* >de|par >force
  forcee|force|obligee|oblige a|de|d coucher|embrasser|sucer|deshabiller
  se|s >frotte|frottait|colle|collait|frottent >a|contre|sur >moi|nous|elle
  se|s >masturb*|branl*|touche|touchait devant >moi|nous
  attouchement|attouchements
  agression|agressee|agresse|agressions|abusee|abuse sexuelle|sexuelles|sexuellement
  abuse|abusait|abuser|profite >de >moi
  harcelement|harcele|harcelee sexuel|sexuellement depuis|par
  photos|photo|messages|message|videos|video|sms|trucs degueulasses|degueulasse|nues|nus|nue|nu|intimes|porno|pornos|sexuels|obscenes
  photos|photo|videos|video|image|images >de|d >son|sa >sexe|bite|penis|queue|zizi
  montre|montrait|sorti|sort|exhibe|exhibait >son|sa >sexe|bite|penis|queue|zizi
  propositions|avances|remarques|gestes|allusions sexuelles|sexuels|deplacees|deplaces tous|depuis|sur|dans|par
  me|m >fait|faisait|faire|a >des|fait|du avances|propositions|chantage|gestes >sexuelles|sexuel|sexuels|deplaces|deplacees
  me|m >fait|faisait >des >avances
  coucher|couche >avec >lui|elle|eux sinon|contre
  ${PEOPLE} veut|voulait|propose|demande que|de coucher >avec >lui|moi
  regarde|matent|mate|reluque|fixe|commente >mes|les|la|ma|mon|le >fesses|seins|cul|poitrine|decollete
  porte|portes|portais|mets|enlever|enleve|couleur >une|ma|la|pas|de >culotte|string|soutif
  m|me >suit|suivait|coince|coincait jusqu|dans|aux|au toilettes|vestiaire*|couloir*|reserve|voiture|chez|ascenseur
  m >a|ont >mis|pose|passe la|sa|les|ses >main|mains sur|dans|sous la|le|les|mon|ma ${BODY}|genou|culotte
  ma >toucher|mis|pose les|la|le|mes|main ${BODY}
  m >a|ont pelotee|tripotee|caressee|reluquee|pincee
  remarques|commentaires|reflexions|blagues|allusions >sur >mes|mon|ma >fesses|seins|cul|poitrine|corps|decollete|jambes
`
/** Day after day, alone against others. */
const BULLIED = `
  me|m|nous rabaiss*|humili*|insult*|menac*|denigr*|injuri*|terroris*|persecut*|brutalis*
  me|m hurle|hurler|crie|crier|gueule|hurlait|gueulait|engueule >dessus
  me|m hurle|hurler|gueule tous|devant|a
  ose|oses plus rien|parler|dire|venir
  collegues|equipe|gens|service ne me parlent|parle plus
  ne me|m parlent|parle|adressent plus parole|du
  sabotent|sabote|detruisent|jettent mes|mon affaires|casier|chaussures|repas|outils|travail
  crachent|crache|pissent dans|sur mon|mes|ma
  cachent|cache|volent|dechirent mes affaires|vetements|outils
  me|m|nous >crache|crachent|crachait|crachaient
  rient|ricanent|moquent quand|lorsque|de j|moi|je
  moque|moquent|moquait|moquaient >de >moi|mon|ma tous|devant|sans|depuis|accent|corps|poids|handicap|physique
  suis|ete|m mis|mise|isole|isolee >au|a placard|l|ecart
  suis|devenu|devenue|ete >le|la|leur >bouc|souffre|tete >emissaire|douleur|turc
  acharne|acharnent|sacharne|sacharnent|acharnait >sur|contre >moi
  chef|cheffe|collegue*|responsable*|directeur|directrice|mari|ex me|m|nous >pourri*|detrui*|bousille* la|ma >vie|sante
  suis|devenu|devenue >la|leur >tete >de >turc
  m >isolent|isole dit|parle|parlent|disent >plus
`
/** For what one is. */
const HATED = `
  me|m|nous >traite|traitent|traitait|traitaient|traitee >de|d
  me|m|nous >traite|traitent|traitait comme un|une|de|la chien|chienne|merde|esclave|boniche|bonniche|objet|moins
  me|m|se|nous fais|fait|faire >traiter >de|d
  m >a|ont|avait traite|traitee >de|d
  ma|mont >traite|traitee >de|d
  espece >de|d >${SLUR}
  sale|sales >${SLUR}
  appelle|appellent|surnomme|surnomment >le|la >negre*|noir*|arabe*|bougnoul*|pd|pede*|gouine*|grosse|folle|gitan*|mongol*
  rentre|retourne|rentrer|retourner >dans|chez >ton >pays
  dit|disent|crie|repete de|d >rentrer|retourner >dans >mon|notre >pays
  rentre|retourne >chez >toi
  parce|depuis que suis|etais >noir|noire|arabe|gay|gai|homo|lesbienne|trans|juif|juive|musulman*|handicape* insult*|menac*|crach*|refuse*|moque*
  appelle|appellent|traite|surnomme >pedale|tapette|tafiole|bamboula|negro|negre|pd|pede|bougnoule|gouine|singe
  retourne|rentre|retournez|rentrez >en|au|dans >afrique|algerie|maroc|turquie|tunisie|ton
  bruits|cris >de >singe
`
const ENGLISH = `
  harass* me|us
  being|am|was|been|get|getting|got harassed|bullied|assaulted|raped|abused|hit|beaten|groped|threatened|molested
  bullies|bullying|insults|threatens|threatened|humiliates|gropes|groped|rapes|raped|chokes|strangled|mocks|molested|beats >me
  bullies|bullying|insults|threatens|humiliates|gropes|touches me
  screams|shouts|yells|screaming|shouting|yelling|spits|spat at >me|us
  keeps|keep|kept|starts|started|stop|stops touching|grabbing|groping|insulting|following|texting|threatening|hitting|kissing|mocking me|us
  he|she|they|boss|manager|supervisor|chef|colleague|coworker touched|kissed|grabbed|rubs|forced|pinned|cornered|choked|follows|followed >me
  rubs|rubbed >himself|herself >on|against >me
  he|she|they|boss|colleague|coworker|manager|supervisor|parent|student hit|hits|slapped|slaps|pushed|punched|punches|kicked|grabbed|harassed|assaulted|insulted|raped|hurt|choked|attacked me
  my husband|wife|partner|boyfriend|girlfriend|ex|dad|father|mother hits|hit|beats|threatens|controls|hurts|slaps|rapes
  call|calls|called|calling >me >names|dirty|stupid|fat|useless|worthless|faggot|fag|slut|whore|bitch|nigger|monkey
  scared|afraid|terrified|frightened to|of go|going|come|coming home|work
  scared|afraid|terrified|frightened >of >my >husband|partner|boyfriend|boss|manager|ex
  scared|afraid|terrified|frightened >of >him|her
`

/** Somebody is attacked, controlled, harassed or hated, or tells of somebody who is. */
export const BY_OTHERS = [SUFFERED, BLOWS, AT_HOME, SEXUAL, BULLIED, HATED, ENGLISH].join('\n')
