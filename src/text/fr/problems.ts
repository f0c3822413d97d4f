/** What can be wrong, in French: the rule that follows a field's name in an error, as English says it, and the same in
 *  French; or, from the second table on, whole sentences. What stands in a hole is taken over as it is. */

/** Rules: `field rule: value`. */
export const rulesInFrench: Readonly<Record<string, string>> = {
  'must be one of {options}, or the address of a .json file on this site':
    'doit être l’une de ces valeurs ({options}) ou l’adresse d’un fichier .json de ce site',
  'must be one of {options}': 'doit être l’une de ces valeurs ({options})',
  'must be a whole number of pixels from {least} to {most}':
    'doit être un nombre entier de pixels de {least} à {most}',
  'must be a whole number from {least} to {most}': 'doit être un entier de {least} à {most}',
  'must be a whole number from {least}': 'doit être un entier à partir de {least}',
  'must be a whole number': 'doit être un entier',
  'must be a number of seconds from {least} to {most}': 'doit être un nombre de secondes de {least} à {most}',
  'must be a number from {least} to {most}': 'doit être un nombre de {least} à {most}',
  'must be a number from {least}': 'doit être un nombre à partir de {least}',
  'must be a positive number up to {most}': 'doit être un nombre positif d’au plus {most}',
  'must be a positive number below {most}': 'doit être un nombre positif inférieur à {most}',
  'must be from {least} to {most}': 'doit aller de {least} à {most}',
  'must be 0 or 1': 'doit valoir 0 ou 1',
  'must be true or false': 'doit valoir true ou false',
  'must be text of at most {most} characters': 'doit être un texte de {most} caractères au plus',
  'must be text, or { en, fr } with text of at most {most} characters':
    'doit être un texte, ou { en, fr } avec des textes de {most} caractères au plus',
  'must be text': 'doit être un texte',
  'must be a JSON object': 'doit être un objet JSON',
  'must be an object': 'doit être un objet',
  'must be a list of paths such as {example}': 'doit être une liste de chemins tels que {example}',
  'must be a list of at most {most}': 'doit être une liste d’au plus {most} éléments',
  'must be a list of {least} to {most}': 'doit être une liste de {least} à {most} éléments',
  'must be a list': 'doit être une liste',
  'must have at most {most}': 'doit en avoir au plus {most}',
  'must have from {least} to {most} values': 'doit avoir de {least} à {most} valeurs',
  'must have a value for each of {count} dims': 'doit avoir une valeur pour chacune des {count} dimensions',
  'must have each of {options} once': 'doit contenir une fois chacun de ces noms\u00a0: {options}',
  'must have azimuth, elevation and distance as numbers':
    'doit donner azimut, élévation et distance en nombres (azimuth, elevation, distance)',
  'must be azimuth,elevation,distance': 'doit être azimut,élévation,distance',
  'must make at most {most} chips': 'doit donner au plus {most} puces',
  'must be an address such as {example}': 'doit être une adresse telle que {example}',
  'must be the address of a chip or an UltraServer, such as {example}':
    'doit être l’adresse d’une puce ou d’un UltraServer, telle que {example}',
  'must be the address of a chip, such as {example}': 'doit être l’adresse d’une puce, telle que {example}',
  'must be an UltraServer next to {at}': 'doit être un UltraServer voisin de {at}',
  'must be a chip linked to {at}': 'doit être une puce reliée à {at}',
  'must be left out of a fault of kind {kind}': 'n’a pas sa place dans une panne de type {kind}',
  'must leave at most {most} classes of chips': 'doit laisser au plus {most} classes de puces',
  'must be at most {size} of text': 'doit faire au plus {size} de texte',
  'must be at most {most} characters when compressed':
    'doit faire au plus {most} caractères une fois compressé',
  'must be compressed JSON': 'doit être du JSON compressé',
  'must be JSON': 'doit être du JSON',
  'must be mla where mla is given, and only there': 'doit valoir mla là où mla est donné, et là seulement',
  'must leave the model weights': 'doit laisser des poids au modèle',
  'must leave each layer weights': 'doit laisser des poids à chaque couche',
  'must divide heads ({heads})': 'doit diviser le nombre de têtes ({heads})',
  'must divide the heads ({heads})': 'doit diviser le nombre de têtes ({heads})',
  'must divide hidden_size ({hidden})': 'doit diviser hidden_size ({hidden})',
  'must divide hidden ({hidden})': 'doit diviser la largeur du modèle ({hidden})',
  'must divide ffn ({ffn})': 'doit diviser la largeur du MLP ({ffn})',
  "must divide the experts' ffn ({ffn})": 'doit diviser la largeur des experts ({ffn})',
  "must divide the shared experts' ffn ({ffn})": 'doit diviser la largeur des experts partagés ({ffn})',
  'must divide sequence ({sequence})': 'doit diviser la longueur de séquence ({sequence})',
  'must divide the experts ({count})': 'doit diviser le nombre d’experts ({count})',
  'must divide data × context ({replicas})': 'doit diviser données × contexte ({replicas})',
  'must divide tensor ({tensor})': 'doit diviser tenseur ({tensor})',
  'must be at most the experts ({count})': 'doit être au plus le nombre d’experts ({count})',
  'must be at most count ({count})': 'doit être au plus count ({count})',
  'must be at most layers ({layers})': 'doit être au plus le nombre de couches ({layers})',
  'must be 1 without experts': 'doit valoir 1 sans experts',
  'must be 1 with schedule {schedule}': 'doit valoir 1 avec l’ordonnancement {schedule}',
  'must be 1': 'doit valoir 1',
  'must be even with schedule {schedule}': 'doit être pair avec l’ordonnancement {schedule}',
  'must be at least 2 when interleaved': 'doit valoir au moins 2 avec l’entrelacement',
  'must be lower-case letters, digits and hyphens':
    'doit être fait de minuscules sans accent, de chiffres et de traits d’union',
  'must be a multiple of tensor × context ({product}) with sequenceParallel':
    'doit être un multiple de tenseur × contexte ({product}) avec sequenceParallel',
  'must be a multiple of data × microbatch × pipeline ({product}) when interleaved':
    'doit être un multiple de données × micro-lot × pipeline ({product}) avec l’entrelacement',
  'must be a multiple of data × microbatch ({product})':
    'doit être un multiple de données × micro-lot ({product})',
  'must be an even number, at least {least}, of data × microbatch ({product}) with schedule dualpipe':
    'doit être un nombre pair, au moins {least}, de données × micro-lot ({product}) avec l’ordonnancement dualpipe',
  'must be at most {most} with data × microbatch ({product}) and pipeline × virtual ({parts})':
    'doit être au plus {most} avec données × micro-lot ({product}) et pipeline × tranches ({parts})',
  'tensor × context × pipeline × data must be at most the chips ({chips})':
    '(tenseur × contexte × pipeline × données) doit être au plus le nombre de puces ({chips})',
  '× virtual ({virtual}) must be at most layers ({layers})':
    '× tranches ({virtual}) doit être au plus le nombre de couches ({layers})',
  'has no peak rate on {chip}': 'n’a pas de débit de crête sur {chip}',
  'is missing from config.json': 'manque dans config.json',
  'must hold a model (config.json), a scenario or a tour':
    'doit contenir un modèle (config.json), un scénario ou une visite',
  'is missing': 'manque',
  'is too long': 'est trop long',
  'is not a field of a scenario': 'n’est pas un champ d’un scénario',
  'is not a field of {record}': 'n’est pas un champ de {record}',
  'is not an address such as {example}': 'n’est pas une adresse telle que {example}',
  'cannot change {field}': 'ne peut pas modifier {field}',
  'cannot be read': 'ne peut pas être lu',
  'cannot be': 'ne peut pas être',
  'need a cluster whose halls are known, which {cluster} is not':
    'demandent une grappe dont on connaît les salles, ce qui n’est pas le cas de {cluster}',
  'stops the last replica that works': 'arrête la dernière réplique qui travaille',
  'names a chip that is not in the job': 'nomme une puce qui ne fait pas partie du travail',
  'names a place that is not there': 'nomme un lieu qui n’existe pas',
  'names a place that this cluster does not have': 'nomme un lieu que cette grappe n’a pas',
  'names no place of this cluster': 'ne nomme aucun lieu de cette grappe',
  'names no chip of this cluster': 'ne nomme aucune puce de cette grappe',
  'names nothing that can be fixed': 'ne nomme rien qui puisse être fixé',
  'is fixed by this link': 'est fixé par ce lien',
  'leaves no time to train between failures every {seconds} s':
    'ne laisse pas le temps d’apprendre entre des pannes toutes les {seconds} s',
};

/** Whole sentences, of what cannot be taken away. */
export const sentencesInFrench: Readonly<Record<string, string>> = {
  'this browser has no canvas of {width} × {height} pixels: a smaller one may do':
    'ce navigateur n’a pas de toile de {width} × {height} pixels : une plus petite ira peut-être',
  'this browser has no canvas to measure words on': 'ce navigateur n’a pas de toile pour mesurer les mots',
  'the browser cannot keep {width} × {height} pixels: a smaller picture may do':
    'le navigateur ne peut pas garder {width} × {height} pixels : une image plus petite ira peut-être',
  'the graphics card gave up: a smaller picture may do':
    'la carte graphique a renoncé : une image plus petite ira peut-être',
  'this browser gives no second 3D picture: choose the floorplan in the settings':
    'ce navigateur ne donne pas de seconde image 3D : choisissez le plan dans les réglages',
  'this browser writes neither H.264 nor VP9': 'ce navigateur n’écrit ni H.264 ni VP9',
  'the film could not be put together': 'le film n’a pas pu être assemblé',
  'a code holds at most {most} characters: {count}': 'un code contient au plus {most} caractères : {count}',
  'the browser refused to copy the picture: save it instead':
    'le navigateur a refusé de copier l’image : enregistrez-la',
  'the browser refused to open a window: allow it for this page, or save the trace':
    'le navigateur a refusé d’ouvrir une fenêtre : autorisez-la pour cette page, ou enregistrez la trace',
  'the browser refused to open a window: allow pop-up windows for this page':
    'le navigateur a refusé d’ouvrir une fenêtre : autorisez les fenêtres surgissantes pour cette page',
  'the window was closed before the trace was there': 'la fenêtre a été fermée avant l’arrivée de la trace',
  '{where} does not answer: save the trace and open it there by hand':
    '{where} ne répond pas : enregistrez la trace et ouvrez-la là-bas à la main',
  'there is no floorplan: nothing is known of halls for this chip':
    'il n’y a pas de plan : on ne sait rien des salles pour cette puce',
  'there is no UltraServer: nothing is known of halls for this chip':
    'il n’y a pas d’UltraServer : on ne sait rien des salles pour cette puce',
};

/** Sentences that hold another one at their end. */
export const framesInFrench: Readonly<Record<string, string>> = {
  'the scene could not be drawn': 'la scène n’a pas pu être dessinée',
  'the simulator stopped': 'le simulateur s’est arrêté',
  'a new version of this page is ready': 'une nouvelle version de cette page est prête',
};

/** What stands for a value that is too long to be shown, or none. */
export const valuesInFrench: Readonly<Record<string, string>> = {
  'a list of {count}': 'une liste de longueur {count}',
  '{size} MB': '{size} Mo',
  'empty text': 'texte vide',
  'binary data': 'des données binaires',
  'an object': 'un objet',
  'a function': 'une fonction',
  'a symbol': 'un symbole',
  'a big integer': 'un grand entier',
  'it could not be loaded': 'il n’a pas pu être chargé',
};
