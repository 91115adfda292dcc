// Folded: no accents, no apostrophes. `a|b` either, `a*` what begins so.

/** Who may have done something to somebody. */
export const PEOPLE =
  'chef|cheffe|chefs|cheffes|superieur*|responsable*|directeur*|directrice*|patron*|manager*|manageur*|collegue*|encadrant*|adjoint|adjointe|second|cuisinier*|agent|agente|agents|eleve|eleves|parent|parents|usager*|prof|profs|professeur*|proviseur*|gestionnaire*|gardien*|mari|conjoint*|compagnon|compagne|copain|copine|ex|femme|epoux|epouse|pere|mere|fils|fille|frere|voisin*|homme|hommes|type|gars|mec|inconnu*|individu*|monsieur|dame|formateur*|tuteur*|prestataire*|livreur*|visiteur*|lui|elle|eux|quelqu|quelquun'
/** Who lives with somebody, or did. */
export const PARTNER =
  'mari|conjoint|conjointe|compagnon|compagne|copain|copine|ex|femme|epoux|epouse|concubin*|pere|mere|fils|frere|mec'
/** What is done to somebody, as it was done. */
export const HURT =
  'harcele|harcelee|harceles|harcelees|agresse|agressee|agresses|agressees|viole|violee|violees|insulte|insultee|insultes|insultees|humilie|humiliee|humilies|humiliees|rabaisse|rabaissee|denigre|denigree|intimide|intimidee|terrorise|terrorisee|maltraite|maltraitee|brutalise|brutalisee|brimee|persecute|persecutee|gifle|giflee|tabasse|tabassee|molestee'
export const BLOW =
  'frappe|frappee|frappes|frappees|frapper|gifle|giflee|cogne|cognee|pousse|poussee|bouscule|bousculee|crache|etrangle|etranglee|tapee|battue|battu|tabasse|tabassee|plaquee|plaque|jetee|projetee|coincee|coince|molestee|secouee|secoue|empoignee|empoigne|griffee|mordu|mordue|etouffee|sequestree|enfermee|brutalisee'
export const OFFENCE =
  'harcelement|violence|violences|agression|agressions|menaces|viol|chantage|racisme|sexisme|discrimination*|maltraitance*|intimidation*|insultes|brimades|coups|moqueries|humiliations|attouchements'
export const TO =
  'insulter|injurier|frapper|agresser|harceler|humilier|menacer|rabaisser|gifler|cogner|violer|maltraiter|peloter|tripoter|bousculer|denigrer|tabasser|brutaliser|terroriser|menacer|cogner|caresser|racketter'
/** How a body is held, and where it is hurt. */
export const SEIZE =
  'secoue|secouait|empoigne|empoignait|coince|coincait|plaque|plaquait|bouscule|bousculait|projette|pousse|poussait|jette|jetait|attrape|attrapait|saisit|traine|tire|bloque|bloquait|serre'
export const BODY =
  'hanches|fesses|cuisses|cuisse|seins|sein|poitrine|dos|taille|hanche|cul|jambes|entrejambe|decollete'
/** What one may want, be about to do, or think of. */
export const WISH =
  'veux|voudrais|veut|voulais|voulait|voulu|aimerais|aimerait|prefere|prefererais|souhaite|envie|envies'
export const ABOUT =
  'veux|voudrais|vais|veut|voulait|voulais|va|vas|allait|allais|envie|pense|pensais|pensait|penser|songe|voulu|failli|tente|essaye|essaie|menace|menacait|parle|parlait|peur|finir'
/** Said of somebody for what they are or are taken for. */
export const SLUR =
  'arabe*|negre*|negro*|juif*|juive*|feuj*|pd|pede*|gouine*|tapette*|tarlouze*|bougnoul*|chinetoque*|gitan*|musulman*|pute|putes|salope*|race|etranger*|etrangere*|handicape*|conne|connasse|folle'
