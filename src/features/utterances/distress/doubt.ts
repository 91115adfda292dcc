import { BODY, HURT, PARTNER, PEOPLE, SLUR, TO } from './vocabulary.ts'

/** Words of death and of an end. */
const DEATH = `
  suicid*
  tirer une >balle
  envie >de|d >me|se jeter|foutre|balancer
  mourir|mort|crever
  me|m|nous|se laisse|laissent|fait|font|faire >mourir|crever
  me|se >tuer|pendre|flinguer
  boulot|travail|service|metier|ambiance|situation|ca|${PEOPLE} me|m|nous >tue|tuent|detruit|detruisent|bouffe|ronge
  en >finir
  quoi >bon continuer|venir|lutter|essayer|tout
  que|ca >tout s|se|sarrete|cesse arrete|sarrete|cesse|finisse
  me >dis que|qu|quoi serait fini|regle
  me >dis que|qu irait >plus >vite
  coup >de >volant
  mon|son|un >fusil|flingue|pistolet|carabine|revolver
  prepare|sorti|pris|avale|trop medicaments|cachets|comprimes|somniferes
  quand >vous >lirez
  quand >je >serai >plus >la
  plus|pas >etre >la demain|avec
  fait|faire >du >mal
  automutil*|scarifi*
  deteste|hais >ma|cette >vie
  va|ferait|fasse|faire une >betise|connerie
  plus|aucune raison >de >continuer
  vomir|vomis >tous|apres|expres
  fais >vomir
  bois|boire|picole tous|toute|seul|seule|pour soirs|oublier|nuit|tenir|dormir
  a >quoi >je >sers|serve
`
/** Tired, low, near to breaking. */
const TIRED = `
  burn >out
  burnout
  depression|depressif|depressive|deprime|deprimee
  epuisement
  suis|sommes|sens|etais epuise|epuisee|epuises|epuisees|videe|videes|lessivee|lessives|brise|brisee|detruit|detruite|demolie|usee|creves|crevee
  on|elle|il|equipe >est epuise|epuisee|epuises|creves|creve|lessivee
  completement|totalement >epuisee|epuisees|epuises
  en|n|j peux|peu|peut|pouvais|pouvons plus
  a >bout
  au bout du rouleau
  plus|ni >la|de|le >force|forces|courage
  y >arrive|arrivons >plus >du
  arrive|arrivais plus|pas >a dormir|manger|respirer|tenir|lever|concentrer
  tiens|tiendrai|tenons >plus
  on|equipe >tient >plus
  personne|equipe qui >tient
  dors|dormais plus|pas
  pleure|pleurer|chiale|pleurs|larmes
  vais|va|finir par craquer|exploser
  vais|va|finir|allons >craquer|exploser
  je|j|on|elle|il >craque
  peter|pete un|les|une >cable|cables|plombs|durite
  crise|crises|attaque|attaques >de|d >angoisse*|panique|nerfs|larmes
  angoisse|angoisses|angoissee|stresse|stressee avant|quand|tous|chaque|de
  boule >au >ventre
  suis|me|s effondre|effondree|ecroule|ecroulee en|devant|dans
  detresse|mal etre|souffrance
  souffre|souffrons au|de|beaucoup travail|solitude|moralement
  va|vais >pas|plus >bien|tres|du bien|tout
  va|vais >mal|tres >mal
  marre >de >tout|moi
  ras >le >bol >de >tout
  perdu|perdue|plus gout|envie >a|de >rien|tout
  sens|sentir >invisible|transparent*|inutile|nulle|rejete*|exclu*|isole*|seul|seule|humilie*|coupable|piege*
  sens|suis si|tres|tellement|trop|completement >seul|seule|nulle|inutile|vide|mal|perdue|isolee
  personne rendrait|apercevrait|remarquera*|regretterait|pleurerait
  tremble|tremblais|trembler >encore|de >peur|quand|ce
  en >tremble
  au >secours
  aidez|aide >moi >je|svp|plus
  supporte|supportais|encaisse >plus
  en >train >de >craquer
  sens|suis plus|pas|en >danger|securite
`
/** Somebody, and what may be wrong with what they do. */
const SOMEBODY = `
  harcel*
  agress*
  viol|violer|violee|violence|violences
  pousse|poussee >a|vers bout|demission*|suicide
  ete|suis|etais poussee|touchee|embrassee|frappe|frappee par
  ${PEOPLE} harcel*
  harcel* ${PEOPLE}|travail|bureau|service
  peur de|du mon|ma|chef|cheffe|responsable|directeur|collegue|collegues|lui|elle|eux
  propos|blagues|blague|remarques|insultes|vannes|commentaires|gestes|allusions sexistes|sexuels|sexuelles|racistes|homophobes|antisemites|deplaces|deplacees|sexe|cul|physique|corps
  racis*|sexis*|homophob*|transphob*|antisemit*|discrimin*|xenophob*
  humili*
  rabaisse|rabaissent la|le|les|tout|devant
  denigre|intimide|intimid*|brimade*|maltrait*
  menace|menacent|menacait|menaces|menacee|menacees
  insulte|insultent|insultait|insultes|insultee
  messages|mails|sms|appels insultant*|menacant*|haineux|malveillant*|deplaces|sexuels
  sale|sales >noir|noirs|noire|blanc|blancs|chinois
  negre*|bougnoul*|pede|pedes|gouine*|salope*|pute|putes|connasse*|encule*
  traite|traitent|traiter|traitee|traites >de|d >${SLUR}|sale|menteur|menteuse|voleur|voleuse
  se|s fait|faite|font|faisait ${TO}
  collegue|agent|amie|soeur|stagiaire|apprenti*|elle est|ete|etait|a ${HURT}|frappee|battue|menacee
  vu|vois|voit|surpris|entendu|temoin|assiste ${PEOPLE} ${TO}|frappe|insulte|hurler|gueuler
  ${PEOPLE} frappe|frappait|bat|gifle|cogne >sa|son|ses ${PEOPLE}|enfant*|chien
  m >a|ont jete|balance|crie|hurle|engueule|engueulee une|un|dessus|devant|des
  ${PEOPLE} frappe|frappait|frapper|gifle|gifler|cogne|insulte|insulter|insultait|humilie|humilier|brutalise|maltraite un|une|des|les|mon|ma|notre|l >apprenti*|stagiaire*|collegue*|eleve*|enfant*|jeune*|interimaire*|alternant*
  temoin|temoins de|d|du scene|violence|insultes|agression|coups
  mari|conjoint|compagnon|ex|copain|femme violent|violente|jaloux|jalouse
  ${PARTNER} surveille|controle|fouille|interdit|empeche|force
  il|elle m >interdit|interdisait
  quitter|fuir >mon >mari|conjoint|compagnon
  a|des|de|couverte|couvert|pleine|avec bleus|coquard|coquards|hematome*|ecchymose* visage|bras|cou|corps|partout
  avec|couverte|couvert|plein|pleine|a >de|des|un >bleus|coquard|cocard|hematome*|ecchymose*
  oeil >au >beurre >noir
  dors|dort|dormir >dans >ma|sa >voiture
  main|mains >aux|sur >${BODY}
  me|m >drague|draguait|reluque|mate|colle|suit|suivait|espionne|frole|siffle
  me|m|nous >regarde|regardait|fixe bizarre*|fesses|seins|travers
  mal >a >l >aise avec|quand|seule|a
  sans >mon >consentement|accord
  culotte|exhib*
  bizut*
  bouc >emissaire
  souffre >douleur
  coup|coups >de >poing|poings|couteau
  casser|peter|defoncer >la >gueule
  m|me|nous >crie|crient|criait|hurle|gueule|engueule|engueulent
  me|m|nous met|mettent|mettait|mis >la >pression
  surveille|controle|chronometre mes|tous|nos >pauses|pause|gestes|faits
  sur >mon >dos
  me|m|nous >pourri*|bousille*
  veut|veulent|cherche|cherchent|essaie me|m|nous faire|pousser|virer craquer|partir|demission*|virer
  me >parle|parlent|repond|salue|adresse >plus|jamais|pas
  personne me|m >parle|adresse|salue|repond
  m|me >ignore|ignorent|evite|evitent|exclut|excluent|isole|isolent
  rumeurs|ragots|mensonges sur >moi|mon
  placard|placardise*|placardisee >depuis|par
  m|ma >a|serre|tire|casse|pete|saute|toucher le|la|les|a >gorge|poignet|bras|cou|fesses|cuisse|nez|cheveux
  est|etait|devient >violent|violente|agressif|agressive|mechant|mechante|menacant|menacante
  me >hait|haissent|deteste|detestent|meprise|meprisent
  on >m >appelle|surnomme
  bonjour >plus
  ne >me >dit|disent >plus >bonjour
`
const ENGLISH = `
  can|cant|cannot take|cope|go|do anymore
  can|cant|cannot t >go >on
  cant|cannot >go >on
  take >it >anymore
  breaking >point
  panic >attack*
  bully*|bullied|abuse*|assault*|violence|harass*|racist|homophobic|sexist|rape*
  burned|burnt out
  depressed|depression|exhausted|overwhelmed|hopeless|worthless
  scared|afraid >of >my
  touches|touching|touched|grabs|grabbed|hits|hitting me|my
  threat|threats|threatens|threatened|threatening
  slur|slurs|faggot|slut|whore|bitch|nigger
  help >me >please
  need >help >please
`

/** Words of distress or harassment that may be about something else, or about the programme. */
export const IN_DOUBT = [DEATH, TIRED, SOMEBODY, ENGLISH].join('\n')
