const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Words that stand around a command and ask for nothing else, folded: « les ateliers svp », « bonjour, je voudrais voter ». */
export const FILLERS = set(`
  a alors bonjour bonsoir bjr c est comment coucou de des du et faire hello hi j je l la le les ma mes moi mon montre
  montrez me my on peux plait please pour salut show si slt stp svp s il te the to un une veux voir voudrais vouloir
  vous want i want`)

/** Ordinary French words that are one or two slips from a command's, folded: they are what they say. « Votre » is no « voter ». */
export const ORDINARY = set(`
  accrete accretee accreter accretez acrete affete affrete affretee affreter affretez angolais annelais annone
  annulais anonne anonnee anonnees anonner anonnes apprete appretee appreter appretez aprete arene arete aretes
  aretier ariette arpete arpette arrente arrentee arrenter arrentez assette atteler atteliez ballat ballet ballets
  ballon ballons ballote ballotes ballotta ballottas ballotte ballottee ballottees ballottes balois barrot base
  bellot billot billots bossoir calandriez calendaire comite commet commis conit cotit degazonnement desabusement
  dinees dines dolees doles domes donnas donner donnes donnez dopees dopes dorees dores dosees doses dotees dotes
  douees doues dunes dynes egarements encagement encager encagerent encavement engaller engamer engamerent engaver
  engaverent engluement engorgement engorgements engouement engouements engrangement enlacement enlacements
  enneigement enneigements ennuager ennuagerent enrager enragerent enraiement enrayement entassement entassements
  envasement envol envols etagements fiancais franchis froncais ideal ideals idem ides imitatives incitative
  incitatives initialise initialisee initialisees initialises initiation initiations initiatique initiatiques
  initiatrice initiatrices irritatives langage lange langee langui languie largue larguee lingue longue massages
  menagees menager menages mesanges messies messines messires messises mode note nuages paisse panse pansee
  paressent parusse paume paumee pausa pausee pausees pauser pausez payse peausse peaussee pesent plusse pousse
  poussee prennent preseance pressant pressante pressens pressent pressente pressentes pressentez pressenti
  pressentie pretent prisent prissent puasse ralais rallais reais reelis reerais refais reglais relaissa relaisse
  relaissee relaps reliais relias relis reluis renais rennais repais resais revais salat salit salua saluat salue
  saluee scrutions scrutons site sites smart spart spittees spittes stars suates subites suettes suffites suides
  suies suifees suifes suiffees suiffes suintees suintes suisses suives sunnites surites sutes tanks vetes vite
  vites voies volees voler voles voltees volter voltes vomer votre votres vouees vouer voues voutees vouter voutes
  voyer`)
