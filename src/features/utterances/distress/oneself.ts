import { ABOUT, WISH } from './vocabulary.ts'

/** To die, said with the word. */
const DYING = `
  ${WISH} mourir|crever|disparaitre
  me|m|se >laisser|laisse mourir|crever
  pense|pensais|songe|songeais|reve >a|de|d mourir|disparaitre
  pense|pensais|pensait|songe|repense >au >suicide|pire
  pensees|idees|envies >de >suicide|mort
  pense|pensais|penser|pensee|pensees|obsede|obsedee >a|par >la >mort
  serais|serai|serait mieux mort|morte
  ${ABOUT} me|se >suicider|pendre|flinguer|buter|defenestrer
  ${WISH}|vais|pense|pensais me|se >tuer|noyer
  menace|menacait|parle|parlait >de >se >tuer
  me|se|m suicider|suicide
  suis|etre|sens suicidaire
  suicidaire depuis|en ce
  pensees|idees|envies|pulsions suicidaires|noires
  tentative|tentatives de suicide
  tente|essaye >de|d >me|se tuer|pendre|suicider
  mettre|mis|mettrai|mettra fin mes|ses|ma|sa jours|vie
  me|se foutre|jeter|balancer en|sous|par|dans l|le|la|un air|pont|fenetre|train|metro|vide|voiture
  ${ABOUT} sauter du|par|de|sous|d pont|toit|fenetre|balcon|train|metro
  pourrais|envie|voudrais|pense|suffirait foncer|encastrer dans|contre|sous arbre|mur|platane|camion|train|ravin
  pourrais|suffit|suffirait|vais|envie|pense|voudrais donner|mettre|d|de|un coup >de >volant
  ${ABOUT}|pourrais|ai me >tirer une balle
  me >mettre une >balle
  ouvrir|tailler|couper les|mes|ses >veines
  devant|regarde|charge >mon|le >fusil|flingue|pistolet|revolver
  ai avale|accumule|stocke medicaments|cachets|comprimes|somniferes
  avaler|avale|prendre|pris tous|toutes|boite|boites|toute|tube medicaments|cachets|comprimes|somniferes|pilules
`
/** To have it end, said without the word. */
const ENDING = `
  en|m finir avec vie|tout|ca|existence|monde|souffrance*|cauchemar|enfer|calvaire
  envie|envies d|de en finir
  parle|parlait|pense|penser|pensais|songe de|d|a s|sen en|finir finir
  parle|parlait|pense|penser|pensais|songe de|d|a sen|en finir
  jours|nuits|soirs|souvent|temps >a >en >finir
  veux|veut|voudrais|vais|va en finir
  plus >me >reveiller
  jamais >me|se >reveiller
  dormir|endormir|coucher et|pour plus|pas|jamais >me|se >reveiller
  veux|voudrais|envie plus vivre|exister
  veux|voudrais|envie plus etre vivant|vivante >vie
  plus|aucune|pas envie|gout|raison|raisons de|d >vivre|exister
  plus la|le >force|courage >de|d >vivre|exister
  marre|assez|fatigue|fatiguee|lasse|las|degoutee >de >la >vie
  marre|assez|fatigue|fatiguee|lasse|las >de|d >vivre|exister
  vie vaut|sert plus|rien coup|peine
  vie n|na|a plus|aucun sens
  vie est foutue|insupportable
  sert|servirait plus|a a|rien >de >vivre
  quoi >bon vivre|exister
  vois|voit|voyais >plus|pas|aucune d|de issue
  vois|voit|voyais >aucune >issue
  vois|voit|voyais plus|aucun|pas d|de|pourquoi|comment >avenir|vivre
  serai|sera|serais|suis >plus >de >ce >monde
  sais|sait pas si serai|sera encore la|demain
  mieux|tranquille|tranquilles|debarrasses|debarrassee sans >moi
  mieux si|que >je >disparais*|meurs|mourais
  mieux si|quand|que >j|je >etais|serai|suis >mort|morte
  mieux si|quand|que >j|je >etais|serai|suis >plus >la
  manquerai|manquerais|manquerait|manque >a >personne
  suis|etre un >poids|fardeau
  aurais|aurait prefere|du|voulu ne|jamais|pas naitre
  laisse|laisser|laissait|ecrit|ecrire|trouve mot|lettre|message|sms >d|de >adieu|adieux|suicide
  fait|faire|dit|dire >mes|ses >adieux
  plus|aucune de raison|raisons >de >continuer|vivre
  plus|aucune >raison >de >continuer|vivre
  ma >vie sert|servait >a >rien
  si|quand >je >disparais|disparaissais|mourais
`
/** Hurting oneself. */
const SELF_HARM = `
  me >suis >coupe|coupee|brule|brulee >les >bras|veines|poignets|cuisses
  me >suis >coupe|coupee|brule|brulee expres|volontairement
  me|se >coupe|taillade|brule|lacere >les >bras|veines|poignets|cuisses
  me|m|se >scarifi*
  me|m|se suis|est >scarifi*|mutil*|taillad*|lacer*
  me|m|se >mutil*|automutil*|taillad*
  me >suis >fait|faite >du >mal
  me >fais|faisais|faire >du >mal
  ${ABOUT} >me|se >faire >du >mal
  crois|peur|crains qu|quelle|que|elle|il|quil va|fasse betise|connerie
  ai|avoir avale|pris boite|tube|plaquette de|d|du doliprane|xanax|lexomil|paracetamol|valium|cachets
  me >brule|coupe|griffe avec|expres cigarette*|briquet|cutter|lame|rasoir|couteau|volontairement
`
/** At the end of one's strength. */
const EXHAUSTED = `
  peux|peu|peut plus je|j dors|pleure|craque|tiens|veux
  en|n peux|peu|peut plus dors|pleure|craque|tiens
  dors plus je|j pleure
  pleure|pleurer|pleurs|chiale tous|toutes les
  pleure|pleurer|chiale avant|chaque|tout|la de|matin|soir|nuit|jour|nuits|venir|temps
  pleure|pleurer|chiale|pleurais dans|aux|au|en toilettes|wc|voiture|vestiaire*|reserve|cachette|douche|bureau
  peur|angoisse|vomis|vomir de|d|avant aller|venir au|travailler|travail|bosser
  boule >au >ventre avant|tous|toutes|chaque|quand
  boule >au >ventre pour|a >venir|aller
  tiens plus >debout
  suis|sens plus >capable de rien|tenir|continuer|vivre|affronter
  suis videe|vide completement|totalement
  suis en >burn|burnout|depression
  suis|sui a >bout
  vais|va|suis craquer|craque pour >de >bon
  craque|craquer nerveusement
`
const ENGLISH = `
  want|wanna|wants|going|wish to|i die|died|disappear|dead
  feel|felt >like >dying
  don|dont|not|never|longer want|wanna to|be live|alive|exist|wake
  kill|killing|hurt|hurting|harm|harming|cutting|hang|hanging|end myself|himself|herself
  end|ending|take|taking >my|her|his >life
  end|ending >it >all
  feel|want|thinking like|to|about >ending|end >it|everything
  suicidal
  think|thinking|thought|thoughts >of|about >suicide|dying|killing
  better >off without me
  better >off >dead
  rather >be >dead
  tired|sick of >living|life
  tired|sick of >being >alive
  no|any|without reason|will|point to|in live|living
  nobody|noone|one >would|will >miss >me
  cry|crying|cried every|before|at|in day|morning|night|work|toilet|toilets|bathroom
  let myself die
`

/** Somebody is in danger of themselves, at the end of their strength, or worries for somebody who is. */
export const TO_ONESELF = [DYING, ENDING, SELF_HARM, EXHAUSTED, ENGLISH].join('\n')
